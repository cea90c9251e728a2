import * as codes from './codes.ts'
import type { Catalogue } from './fact.ts'
import { coded, known, ofPerson, ofReferral, scalar, to, words } from './fact-makers.ts'
import * as referral from './referral-codes.ts'

/** Referrals and the placements that come of them, what is asked of those later, and wages that are owed. */
export const referralRecords = {
  referral: {
    table: 'referral',
    label: words('推荐', 'referral'),
    facts: {
      ...ofPerson,
      employer: scalar('string', 'employer', words('用人单位', 'employer'), known),
      title: scalar('string', 'title', words('岗位', 'vacancy'), known),
      origin: coded('origin', words('推荐来由', 'where it came from'), referral.referralOrigin, known),
      person_answer: coded('person_answer', words('本人答复', 'the person’s answer'), referral.referralAnswer),
      person_reason: coded('person_reason', words('本人理由', 'the person’s reason'), referral.personDecline),
      employer_answer: coded('employer_answer', words('单位答复', 'the employer’s answer'), referral.referralAnswer),
      employer_reason: coded('employer_reason', words('单位理由', 'the employer’s reason'), referral.employerDecline),
      interview_on: scalar('date', 'interview_on', words('面试日期', 'interview on')),
      interview_result: coded(
        'interview_result',
        words('面试结果', 'result of the interview'),
        referral.interviewResult,
      ),
      trial_from: scalar('date', 'trial_from', words('试岗起始日期', 'trial from')),
      trial_to: scalar('date', 'trial_to', words('试岗终止日期', 'trial until')),
      placed_on: scalar('date', 'placed_on', words('上岗日期', 'placed on')),
      term_to: scalar('date', 'term_to', words('约定期满日期', 'agreed until')),
      end_reason: coded('end_reason', words('未上岗原因', 'why no placement came of it'), referral.referralEnd),
      work: to('employment', 'employment_id', words('上岗形成的务工经历', 'the work that came of it'), true),
      answers: ofReferral('retention_answer', words('稳岗回访', 'retention answers')),
    },
  },
  retention_answer: {
    table: 'retention_answer',
    label: words('稳岗回访', 'retention answer'),
    facts: {
      ...ofPerson,
      month: scalar('number', 'month', words('上岗满月数', 'months after the placement'), {
        nullable: false,
        unit: 'months',
      }),
      outcome: coded('outcome', words('回访结果', 'outcome'), referral.retentionOutcome, known),
      reason: coded('reason', words('离岗原因', 'why the work ended'), codes.workEnd),
      retry_on: scalar('date', 'retry_on', words('再次回访日期', 'to be tried again on')),
    },
  },
  wage_claim: {
    table: 'wage_claim',
    label: words('欠薪', 'wages unpaid'),
    facts: {
      ...ofPerson,
      employer: scalar('string', 'employer', words('欠薪单位', 'who owes'), known),
      month_from: scalar('date', 'month_from', words('欠薪起始月', 'first month unpaid'), known),
      month_to: scalar('date', 'month_to', words('欠薪截止日', 'first day after the months unpaid'), known),
      amount_fen: scalar('number', 'amount_fen', words('欠薪金额', 'sum owed'), { nullable: false, unit: 'fen' }),
      told_by: coded('told_by', words('反映人', 'told by'), referral.claimTold, known),
      settlement: coded('settlement', words('处理结果', 'how it ended'), referral.claimSettlement),
    },
  },
} satisfies Catalogue
