// What a row of each table is. Written by `node db/generate.ts` from the database; edited by nobody.

/** what was done in a place: projects, visits, people sent, services given, incentives in force */
export type ActivityRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** rural_project, talent_project, visit, people_sent, service, pay_incentive */
  kind: string
  /** what */
  name: string
  /** kind of service or of match: venue, tax, credit, job, money, place, mentor */
  detail: string | null
  /** site that gave the service, in the same county */
  site_id: number | null
  /** people reached; null = not recorded */
  people: number | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
}

/** what was done in a place: projects, visits, people sent, services given, incentives in force (superseded rows: what the ledger said from known_from to known_to) */
export type ActivityHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** rural_project, talent_project, visit, people_sent, service, pay_incentive */
  kind: string
  /** what */
  name: string
  /** kind of service or of match: venue, tax, credit, job, money, place, mentor */
  detail: string | null
  /** site that gave the service, in the same county */
  site_id: number | null
  /** people reached; null = not recorded */
  people: number | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** 逐级确认: a unit confirmed its figures of a month, or they were sent back; states are derived from these dated lines */
export type ApprovalRow = {
  /** county digits of the unit, 500000 for the city */
  county: number
  /** the unit whose figures are spoken of */
  area: number
  /** ledger id */
  id: number
  /** the snapshot that was looked at */
  snapshot: number
  /** confirmed, or sent_back */
  act: 'confirmed' | 'sent_back'
  /** hash of the figures spoken of: a confirmation holds for as long as the figures are these */
  figures_hash: string
  /** confirmed by a unit above, in the place of this one, after its due day */
  in_place: boolean
  /** why it was sent back, or confirmed in place */
  reason: string | null
  /** when; passed as a parameter */
  acted_at: string
  /** who */
  officer_id: number
  /** as shown */
  officer_name: string
  /** under which post */
  post_id: number
  /** as shown */
  post_title: string
}

/** 行政区划: a division and the dates between which its code is valid */
export type AreaRow = {
  /** 12-digit division code; a subtree is the half-open interval [code, next code of the same level) */
  code: number
  /** official name */
  name: string
  /** 1 city, 2 county, 3 town, 4 village or community */
  level: number
  /** code of the division it lies in; null for the city */
  parent: number | null
  /** district, county, autonomous_county, new_area, subdistrict, town, township, village, community */
  kind: string | null
  /** first day on which the code was valid */
  valid_from: string
  /** first day on which it no longer was; null = valid */
  valid_to: string | null
  /** the code is from a secondary list or provisional, and shown as such */
  unverified: boolean
  /** where code and name come from */
  source: string
}

/** successor links: which code took over which, and when */
export type AreaLinkRow = {
  /** code that ended, or gave a part, on changed_on */
  old_code: number
  /** code that took over, or took the part */
  new_code: number
  /** first day of the new code */
  changed_on: string
  /** where the link comes from */
  source: string
}

/** 帮扶: an officer in charge, an agreed plan, or a measure, between dates */
export type AssistanceRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** officer, plan, measure */
  kind: string
  /** who is in charge */
  officer: string | null
  /** what was agreed */
  goal: string | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
}

/** 帮扶: an officer in charge, an agreed plan, or a measure, between dates (superseded rows: what the ledger said from known_from to known_to) */
export type AssistanceHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** officer, plan, measure */
  kind: string
  /** who is in charge */
  officer: string | null
  /** what was agreed */
  goal: string | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** 考勤: what a site showed of a person for one month, with what it was shown by and who confirmed it */
export type AttendanceRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** who was there */
  person_id: number
  /** the site, in the county of the person */
  site_id: number
  /** days present in the month; null = not shown */
  days: number | null
  /** wage paid for the month, in fen; null = not shown */
  wage_paid_fen: number | null
  /** first day of the month */
  valid_from: string
  /** first day of the next month */
  valid_to: string
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what showed it: sign_in_sheet, payroll, photo, roll_call */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
}

/** 考勤: what a site showed of a person for one month (superseded rows: what the ledger said from known_from to known_to) */
export type AttendanceHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** who was there */
  person_id: number
  /** the site, in the county of the person */
  site_id: number
  /** days present in the month; null = not shown */
  days: number | null
  /** wage paid for the month, in fen; null = not shown */
  wage_paid_fen: number | null
  /** first day of the month */
  valid_from: string
  /** first day of the next month */
  valid_to: string
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what showed it: sign_in_sheet, payroll, photo, roll_call */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** 审计记录: one act or one reading; append-only, written in the transaction of the act itself, sealed within seconds */
export type AuditLineRow = {
  /** order of writing */
  id: number
  /** transaction that wrote it; seals cover whole ranges of transactions, since lines are not committed in the order of their ids */
  xid: string
  /** the server's clock; writers cannot set it */
  at: string
  /** who; null = nobody was signed in, or the system itself */
  officer_id: number | null
  /** under which post */
  post_id: number | null
  /** what: a permission (people.read, people.reveal) or an act of access (access.sign_in) */
  action: string
  /** done, or refused */
  outcome: 'done' | 'refused'
  /** of what: person, site, officer, export, audit_line … */
  object_kind: string | null
  /** county of the object */
  object_county: number | null
  /** area of the object, or the area asked about */
  object_area: number | null
  /** the object, where it is one */
  object_id: number | null
  /** the objects, where it is a list or a search */
  object_ids: number[] | null
  /** names of the fields read or changed, never their values */
  fields: string[] | null
  /** reason given by the officer */
  reason: string | null
  /** shape of the question: predicate, indicator, day; never a name or a number of a person */
  detail: string | null
  /** how many rows were shown or changed */
  rows: number | null
  /** request it belongs to */
  request_id: string | null
}

/** 审计封存: a keyed hash over a batch of audit lines and the seal before it */
export type AuditSealRow = {
  /** 1, 2, 3 … without gaps */
  batch: number
  /** where the batch before ended */
  from_xid: string
  /** oldest transaction still open when it was sealed: all before it had ended, none can add a line to the batch */
  to_xid: string
  /** how many lines have a transaction in [from, to) */
  lines: number
  /** smallest id among them */
  first_line: number
  /** largest id among them */
  last_line: number
  /** SM3 Merkle root (RFC 6962) of the lines by transaction and id */
  root: Buffer
  /** head of the batch before; zeros for the first */
  previous: Buffer
  /** HMAC-SM3 over all columns before, with a key that is not in the database */
  head: Buffer
  /** when; passed as a parameter and part of the head */
  sealed_at: string
}

/** 复核事项: a change of who somebody is, asked for by one officer and decided by another */
export type ChangeRequestRow = {
  /** distribution key: county of the file */
  county: number
  /** village of the file when it was asked for */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** merge, unmerge, number (of identity), move */
  kind: 'merge' | 'unmerge' | 'number' | 'move'
  /** the file it is about; of a merge the one that survives */
  person_id: number
  /** of a merge the file that is closed */
  other_id: number | null
  /** of a move the village that receives */
  to_area: number | null
  /** what is asked: fields taken, rows left out, the new number masked; what the receiving side of a move is shown */
  content: unknown
  /** blind index of the new identity number: the second officer types it again from the document */
  id_index: Buffer | null
  /** why, in the words of who asks */
  reason: string
  /** post that asks */
  asked_by: number
  /** officer who asks */
  asked_officer: number
  /** first area code of the post that asks: who decides must see all of it, or receive the file */
  asked_lo: number
  /** first area code beyond the post that asks */
  asked_hi: number
  /** the post that asks, as shown */
  asked_title: string
  /** when it was asked */
  asked_at: string
  /** approved, rejected, withdrawn; null = waiting */
  decision: 'approved' | 'rejected' | 'withdrawn' | null
  /** post that decided */
  decided_by: number | null
  /** officer who decided; never the one who asked, save to withdraw */
  decided_officer: number | null
  /** the post that decided, as shown */
  decided_title: string | null
  /** when it was decided */
  decided_at: string | null
  /** why it was rejected or withdrawn */
  decision_reason: string | null
}

/** 月结: the city approved a month; its snapshot is what was reported, once and for all */
export type ClosingRow = {
  /** key of the plan */
  plan: string
  /** last day of the month */
  on_day: string
  /** the edition that was reported */
  snapshot: number
  /** its seal, as it was when the month was closed */
  seal: string
  /** how many indicators were read again from the lists when the month was closed, and were equal */
  reread: number
  /** when; passed as a parameter */
  closed_at: string
  /** who */
  officer_id: number
  /** as shown */
  officer_name: string
  /** under which post */
  post_id: number
  /** as shown */
  post_title: string
}

/** 月结作业: a month that is to be frozen or closed, done by the server while browsers come and go */
export type ClosingJobRow = {
  /** ledger id */
  id: number
  /** key of the plan */
  plan: string
  /** last day of the month */
  on_day: string
  /** freeze, or close */
  kind: 'freeze' | 'close'
  /** of a closing: the seal of the edition that was looked at */
  seal: string | null
  /** of a freezing: the moment of knowledge asked for; null = the newest that is settled when it is done */
  known_at: string | null
  /** of a closing: why it confirms in the place of units below */
  in_place_reason: string | null
  /** who asked */
  officer_id: number
  /** as shown */
  officer_name: string
  /** under which post */
  post_id: number
  /** as shown */
  post_title: string
  /** when; passed as a parameter */
  asked_at: string
  /** waiting, running, done, failed; what a stop left running waits again at the next start */
  state: 'waiting' | 'running' | 'done' | 'failed'
  /** how far it is, from 0 to 1 */
  share: number
  /** when it was last begun */
  begun_at: string | null
  /** when it was done or failed */
  ended_at: string | null
  /** why it failed, in both languages */
  problem: unknown
}

/** every command once: the same client id gets the same reply, another body is refused */
export type CommandReceiptRow = {
  /** id the client gave the command */
  client_id: string
  /** post that gave it */
  post_id: number
  /** name of the route */
  command: string
  /** SM3 of the body */
  body_hash: Buffer
  /** what was answered; carries no personal data beyond ids */
  reply: unknown
  /** when */
  done_at: string
}

/** 劳务协作: a labour-cooperation agreement between a sending area and a receiving one, as an officer entered it */
export type CorridorRow = {
  /** distribution key: the six digits of the county the unit lies in that holds it; never updated */
  county: number
  /** 12-digit division code (today's division) of the sending area, whose posts enter it */
  area: number
  /** ledger id */
  id: number
  /** what the agreement is called */
  name: string
  /** where people go: 12-digit code of a province, or of an area of the city */
  receiving: number
  /** the body on the other side, in words: a bureau or a receiving station */
  receiver: string
  /** first year */
  year_from: number
  /** last year; null = no end is stated */
  year_to: number | null
  /** how many people a year; null = the agreement states none */
  task_people: number | null
  /** how many lifted people of them a year; null = the agreement states none */
  task_lifted: number | null
  /** 佐证: number and day of the document that says so */
  document: string
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, a list, or demo */
  source: string
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
}

/** 劳务协作: a labour-cooperation agreement between a sending area and a receiving one, as an officer entered it (superseded rows: what the ledger said from known_from to known_to) */
export type CorridorHistoryRow = {
  /** distribution key: the six digits of the county the unit lies in that holds it; never updated */
  county: number
  /** 12-digit division code (today's division) of the sending area, whose posts enter it */
  area: number
  /** ledger id */
  id: number
  /** what the agreement is called */
  name: string
  /** where people go: 12-digit code of a province, or of an area of the city */
  receiving: number
  /** the body on the other side, in words: a bureau or a receiving station */
  receiver: string
  /** first year */
  year_from: number
  /** last year; null = no end is stated */
  year_to: number | null
  /** how many people a year; null = the agreement states none */
  task_people: number | null
  /** how many lifted people of them a year; null = the agreement states none */
  task_lifted: number | null
  /** 佐证: number and day of the document that says so */
  document: string
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, a list, or demo */
  source: string
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, withdrawn */
  superseded_by: string
}

/** 劳务协作订单: a vacancy of a receiving firm, tied to an agreement */
export type CorridorOrderRow = {
  /** distribution key: the six digits of the county the unit lies in that holds it; never updated */
  county: number
  /** 12-digit division code (today's division) of the unit that holds the vacancy */
  area: number
  /** ledger id */
  id: number
  /** the vacancy, of kind corridor, in the same county */
  vacancy_id: number
  /** key of the agreement: of the plan, or c and the id of a row of corridor */
  corridor: string
  /** day by which the people should be there */
  wanted_by: string
  /** who receives them on the other side, in words */
  receiver: string
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, a list, or demo */
  source: string
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
}

/** 劳务协作订单: a vacancy of a receiving firm, tied to an agreement (superseded rows: what the ledger said from known_from to known_to) */
export type CorridorOrderHistoryRow = {
  /** distribution key: the six digits of the county the unit lies in that holds it; never updated */
  county: number
  /** 12-digit division code (today's division) of the unit that holds the vacancy */
  area: number
  /** ledger id */
  id: number
  /** the vacancy, of kind corridor, in the same county */
  vacancy_id: number
  /** key of the agreement: of the plan, or c and the id of a row of corridor */
  corridor: string
  /** day by which the people should be there */
  wanted_by: string
  /** who receives them on the other side, in words */
  receiver: string
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, a list, or demo */
  source: string
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, withdrawn */
  superseded_by: string
}

/** 区县计数: what was counted in a county, kept until its ledger changes */
export type CountyCountRow = {
  /** county that was counted */
  county: number
  /** area the numbers are of: of the whole county its own code, else the very code of the rows that were counted */
  area: number
  /** what is counted: flows, sites */
  topic: string
  /** hash of the statement that counts: its rules, day, parameters and moment of knowledge are in its text */
  definition: string
  /** the county as a whole, which a county has even where nothing was counted; else what lies at the area itself */
  whole: boolean
  /** last change of the county's ledger when the count began: while it is the last, the count is of now */
  head: string
  /** when it was counted; passed as a parameter */
  counted_at: string
  /** numbers by key; zeros are left out */
  numbers: unknown
}

/** 死亡登记: the day a person died, what shows it, and whether the entry was taken back */
export type DeathRow = {
  /** distribution key: county of the file */
  county: number
  /** village of the file when it was recorded */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** whose death */
  person_id: number
  /** day of death */
  died_on: string
  /** what shows it: certificate, cancelled hukou, register match, visit */
  evidence: string
  /** post that recorded it */
  recorded_by: number
  /** when it was recorded: known_from of every spell it ended */
  recorded_at: string
  /** post that took it back */
  undone_by: number | null
  /** when it was taken back; null = it stands */
  undone_at: string | null
  /** why it was taken back */
  undone_reason: string | null
}

/** 判定: needs and findings of each file today; no row = no */
export type DeterminationRow = {
  /** county of the file */
  county: number
  /** village of the file */
  area: number
  /** key of a need or a finding */
  predicate: string
  /** the person */
  person_id: number
  /** yes, or unknown for want of a fact */
  outcome: 'yes' | 'unknown'
  /** when the ledger came to say so; passed as a parameter */
  since: string
}

/** 判定计数: how many files of an area have each need or finding, so that nobody counts them all again */
export type DeterminationCountRow = {
  /** county of the area */
  county: number
  /** the area counted; for level 0 a village */
  area: number
  /** 2 county, 3 town: as the last full determination left them; 0: what has changed in a village since */
  level: number
  /** key of a need or a finding */
  predicate: string
  /** files that have it; for level 0 how many more, or fewer */
  yes: number
  /** files of which it cannot be told; for level 0 how many more, or fewer */
  unknown: number
}

/** 全量判定: one full determination of every file, what it found and how long it took */
export type DeterminationRunRow = {
  /** ledger id */
  id: number
  /** schedule: the time of day came; start: the server had none; command: somebody asked */
  cause: 'schedule' | 'start' | 'command'
  /** when it began */
  started_at: string
  /** when it last said that it goes on; one that has been silent for long was killed */
  alive_at: string
  /** when it ended; null = goes on, or was killed */
  finished_at: string | null
  /** key of the plan whose rules were asked */
  plan: string | null
  /** day they were asked for */
  day: string | null
  /** files determined */
  files: number | null
  /** needs and findings asked of each */
  predicates: number | null
  /** outcomes that are new */
  gained: number | null
  /** outcomes that are no more */
  lost: number | null
  /** outcomes that became certain or uncertain */
  changed: number | null
  /** how long it took */
  seconds: string | null
  /** name of the error it ended with; null = none */
  problem: string | null
}

/** 不是同一人: two files that look alike and are two people, decided by an officer; they are not listed as possible duplicates again */
export type DifferentPeopleRow = {
  /** distribution key: county of the file with the smaller id */
  county: number
  /** village of the file with the smaller id */
  area: number
  /** the smaller of the two ledger ids */
  person_id: number
  /** county of the other file */
  other_county: number
  /** the greater of the two ledger ids */
  other_id: number
  /** how the officer knows */
  reason: string
  /** post under which it was decided */
  decided_by: number
  /** when it was decided */
  decided_at: string
}

/** 输送: a person who travelled along a corridor; valid_to = day of return */
export type DispatchRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** key of the corridor */
  corridor: string
  /** batch */
  batch: string | null
  /** 12-digit code of the receiving area */
  place: number
  /** confirmed arrival */
  arrived_on: string | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
}

/** 输送批次: people who leave together along a corridor on a day */
export type DispatchBatchRow = {
  /** distribution key: the six digits of the county the unit lies in that holds it; never updated */
  county: number
  /** 12-digit division code (today's division) of the unit that sends it */
  area: number
  /** ledger id */
  id: number
  /** key of the agreement: of the plan, or c and the id of a row of corridor */
  corridor: string
  /** id of the corridor order it answers; null = under the agreement alone */
  order_id: number | null
  /** where it goes: 12-digit code of a province, or of an area of the city */
  place: number
  /** day on which it is to leave */
  departs_on: string
  /** how: train, bus, plane, own */
  transport: 'train' | 'bus' | 'plane' | 'own'
  /** number of the train, bus or flight; null = not known */
  transport_no: string | null
  /** who pays the journey: sending, receiving, employer, traveller; null = not known */
  payer: 'sending' | 'receiving' | 'employer' | 'traveller' | null
  /** cost of the journey per head in fen; null = not known */
  cost_fen: number | null
  /** who travels along and answers for it */
  leader: string
  /** the receiving station, in words */
  receiver: string
  /** day on which it left; null = not yet */
  left_on: string | null
  /** code of the arrival sheet that went with it, made of the batch and who was at the door; null = not left yet */
  sheet: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, a list, or demo */
  source: string
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
}

/** 输送批次: people who leave together along a corridor on a day (superseded rows: what the ledger said from known_from to known_to) */
export type DispatchBatchHistoryRow = {
  /** distribution key: the six digits of the county the unit lies in that holds it; never updated */
  county: number
  /** 12-digit division code (today's division) of the unit that sends it */
  area: number
  /** ledger id */
  id: number
  /** key of the agreement: of the plan, or c and the id of a row of corridor */
  corridor: string
  /** id of the corridor order it answers; null = under the agreement alone */
  order_id: number | null
  /** where it goes: 12-digit code of a province, or of an area of the city */
  place: number
  /** day on which it is to leave */
  departs_on: string
  /** how: train, bus, plane, own */
  transport: string
  /** number of the train, bus or flight; null = not known */
  transport_no: string | null
  /** who pays the journey: sending, receiving, employer, traveller; null = not known */
  payer: string | null
  /** cost of the journey per head in fen; null = not known */
  cost_fen: number | null
  /** who travels along and answers for it */
  leader: string
  /** the receiving station, in words */
  receiver: string
  /** day on which it left; null = not yet */
  left_on: string | null
  /** code of the arrival sheet that went with it, made of the batch and who was at the door; null = not left yet */
  sheet: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, a list, or demo */
  source: string
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: a code of supersededBy */
  superseded_by: string
}

/** 输送: a person who travelled along a corridor; valid_to = day of return (superseded rows: what the ledger said from known_from to known_to) */
export type DispatchHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** key of the corridor */
  corridor: string
  /** batch */
  batch: string | null
  /** 12-digit code of the receiving area */
  place: number
  /** confirmed arrival */
  arrived_on: string | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** where each of today's codes lay in the division that began on a day: rows keep today's codes, figures are read on any division */
export type DivisionPlaceRow = {
  /** first day of the division */
  division: string
  /** a code of today's division, of any level below the city */
  area: number
  /** its village code in that division; null above village level */
  village: number | null
  /** its town code in that division; null above town level */
  town: number | null
  /** its county code in that division */
  county: number
}

/** 重复排查: up to when the files of a county were searched for possible duplicates; files that changed since are asked about when the list is read */
export type DuplicateSearchRow = {
  /** county */
  county: number
  /** versions of files known from this instant on had not been searched; passed as a parameter */
  known_at: string
}

/** 务工就业: a spell of work */
export type EmploymentRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** 12-digit code of the area of work; another province is its two digits and ten zeros */
  place: number
  /** 就业渠道: migrant, workshop, public_post, local_firm, own_business, farm, flexible */
  channel: string | null
  /** name of the employer */
  employer: string | null
  /** of the employer (GB 32100) */
  credit_code: string | null
  /** GB/T 4754 section letter */
  industry: string | null
  /** code of the occupational classification of 2022 */
  occupation: string | null
  /** 务工月收入 in fen; null = not recorded */
  monthly_wage_fen: number | null
  /** 点对点输送; null = not recorded */
  point_to_point: boolean | null
  /** written labour contract; null = not recorded */
  contract: boolean | null
  /** work-injury cover; null = not recorded */
  injury_insured: boolean | null
  /** unemployment cover; null = not recorded */
  unemployment_insured: boolean | null
  /** holds a certificate for this work; null = not recorded */
  skill_certificate: boolean | null
  /** labour brand (a site) under which the person works; in the same county */
  brand_id: number | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
}

/** 务工就业: a spell of work (superseded rows: what the ledger said from known_from to known_to) */
export type EmploymentHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** 12-digit code of the area of work; another province is its two digits and ten zeros */
  place: number
  /** 就业渠道: migrant, workshop, public_post, local_firm, own_business, farm, flexible */
  channel: string | null
  /** name of the employer */
  employer: string | null
  /** of the employer (GB 32100) */
  credit_code: string | null
  /** GB/T 4754 section letter */
  industry: string | null
  /** code of the occupational classification of 2022 */
  occupation: string | null
  /** 务工月收入 in fen; null = not recorded */
  monthly_wage_fen: number | null
  /** 点对点输送; null = not recorded */
  point_to_point: boolean | null
  /** written labour contract; null = not recorded */
  contract: boolean | null
  /** work-injury cover; null = not recorded */
  injury_insured: boolean | null
  /** unemployment cover; null = not recorded */
  unemployment_insured: boolean | null
  /** holds a certificate for this work; null = not recorded */
  skill_certificate: boolean | null
  /** labour brand (a site) under which the person works; in the same county */
  brand_id: number | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** a business a person runs */
export type EnterpriseRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** name */
  name: string
  /** unified social credit code (GB 32100) */
  credit_code: string | null
  /** individual, micro, cooperative, company, farm */
  form: string | null
  /** first business of this person; null = not recorded */
  first_time: boolean | null
  /** people employed; null = not recorded */
  hires: number | null
  /** supported under the acceleration plan since; null = not */
  acceleration_on: string | null
  /** supported under the sailing plan since; null = not */
  sailing_on: string | null
  /** guaranteed loan in fen; null = none */
  loan_fen: number | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
}

/** a business a person runs (superseded rows: what the ledger said from known_from to known_to) */
export type EnterpriseHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** name */
  name: string
  /** unified social credit code (GB 32100) */
  credit_code: string | null
  /** individual, micro, cooperative, company, farm */
  form: string | null
  /** first business of this person; null = not recorded */
  first_time: boolean | null
  /** people employed; null = not recorded */
  hires: number | null
  /** supported under the acceleration plan since; null = not */
  acceleration_on: string | null
  /** supported under the sailing plan since; null = not */
  sailing_on: string | null
  /** guaranteed loan in fen; null = none */
  loan_fen: number | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** 导出: a list asked for as a file, masked, watermarked, logged and gone after a day; one's own and nobody else's */
export type ExportRow = {
  /** ledger id, printed on every page as the number of the export */
  id: number
  /** who asked */
  officer_id: number
  /** under which post */
  post_id: number
  /** scope of that post when it was asked for: the file is written within [lo, hi) */
  lo: number
  /** first code beyond the scope */
  hi: number
  /** for the watermark */
  officer_name: string
  /** for the watermark */
  post_title: string
  /** why, in the officer's words */
  reason: string
  /** which list: area, predicate or indicator, day and moment of knowledge */
  list: unknown
  /** waiting, running, done, failed, expired */
  state: 'waiting' | 'running' | 'done' | 'failed' | 'expired'
  /** rows written so far */
  rows: number
  /** when it was asked for */
  requested_at: string
  /** until when the file can be fetched; null = not finished */
  expires_at: string | null
  /** why it failed, in both languages */
  problem: unknown
}

/** all figures of a run for one area, of every level: an overview is one row */
export type FigureAreaRow = {
  /** the run */
  run: number
  /** first day of the division the area belongs to */
  division: string
  /** county digits of the area, 500000 for the city */
  county: number
  /** the area */
  area: number
  /** by indicator: value, of (what a share is a share of), sum in fen, parts by code; zeros are left out */
  tallies: unknown
}

/** one computation of all indicators of a plan for one day and one moment of knowledge */
export type FigureRunRow = {
  /** run */
  id: number
  /** key of the plan */
  plan: string
  /** the day the figures speak of */
  on_day: string
  /** the moment of knowledge they speak from */
  known_at: string
  /** hash of the definitions they were computed with and, of figures as known now, of the last change of every county */
  definition: string
  /** null = under way */
  finished_at: string | null
}

/** one computation of one indicator at month ends up to a day, for one moment of knowledge */
export type FigureTrendRow = {
  /** trend */
  id: number
  /** key of the plan */
  plan: string
  /** key of the indicator */
  indicator: string
  /** the last day; those before it are month ends */
  on_day: string
  /** how many days it has */
  months: number
  /** the moment of knowledge it speaks from */
  known_at: string
  /** hash of the definitions it was computed with and, of a trend as known now, of the last change of every county */
  definition: string
  /** when it was computed */
  finished_at: string
}

/** a trend for one area, of every level; areas in which nothing was counted have no row */
export type FigureTrendAreaRow = {
  /** the trend */
  trend: number
  /** first day of the division the area belongs to */
  division: string
  /** county digits of the area, 500000 for the city */
  county: number
  /** the area */
  area: number
  /** the values in the order of the days, null where there is none */
  points: unknown
}

/** 疑点增减: how many findings appeared and went away in a village on a day; what was open on any day follows from what is open now */
export type FindingFlowRow = {
  /** county of the village */
  county: number
  /** village of the files */
  area: number
  /** key of a finding */
  predicate: string
  /** day, in the bureau's time zone, on which the ledger came to say so */
  day: string
  /** files of which the finding came to hold; files that moved here among them */
  found: number
  /** files of which it ceased to hold; files that moved away among them */
  mended: number
  /** how many more, or fewer, because rules or their parameters changed, or because nobody had determined before: neither found nor mended by anybody */
  redrawn: number
}

/** 疑点豁免: a finding left standing for a reason until a day, asked by one officer and granted by another; every step is dated and none is overwritten */
export type FindingWaiverRow = {
  /** county of the file */
  county: number
  /** village of the file */
  area: number
  /** ledger id */
  id: number
  /** the person of whom the finding is; no reference, for a file may move to another county */
  person_id: number
  /** key of the finding */
  predicate: string
  /** why it may stand, in the words of who asked */
  reason: string
  /** day on which it was asked */
  from_on: string
  /** first day on which it no longer counts: it expires by itself */
  ends_on: string
  /** when it was asked */
  asked_at: string
  /** post that asked */
  asked_by: string
  /** who asked; somebody else decides */
  asked_officer: number
  /** when it was granted or refused; null = waiting */
  decided_at: string | null
  /** post that decided */
  decided_by: string | null
  /** who decided; never who asked */
  decided_officer: number | null
  /** true granted, false refused, null waiting */
  granted: boolean | null
  /** what was said with the decision */
  decision_words: string | null
  /** when a granted waiver was taken back; null = not */
  revoked_at: string | null
  /** post that took it back */
  revoked_by: string | null
  /** who took it back */
  revoked_officer: number | null
  /** why it was taken back */
  revoke_reason: string | null
}

/** 豁免随档: a waiver went along with its file, which moved, was merged into another or was taken out of it again; append-only */
export type FindingWaiverMoveRow = {
  /** county in which the waiver stood before */
  county: number
  /** village in which the waiver stood before */
  area: number
  /** ledger id */
  id: number
  /** the waiver; it keeps its id wherever it goes */
  waiver_id: number
  /** the file it belonged to before; no reference, for that file may be closed or gone */
  person_id: number
  /** village in which it stands from then on */
  to_area: number
  /** the file it belongs to from then on */
  to_person: number
  /** when; the moment of the merge or move itself */
  moved_at: string
  /** moved (the file moved), merged (the file was closed into another), unmerged (it was taken out again) */
  why: 'moved' | 'merged' | 'unmerged'
}

/** 输送回访: what was heard of somebody who travelled, some days after arrival */
export type FollowUpRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id */
  id: number
  /** who travelled */
  person_id: number
  /** id of the row of traveller */
  traveller_id: number
  /** which follow-up: days after arrival, as the plan sets them */
  after_days: number
  /** day on which it was heard */
  done_on: string
  /** there, other_employer, unreached; who is back is recorded as returned */
  outcome: 'there' | 'other_employer' | 'unreached'
  /** what was said of the wages: paid, late, less than agreed, unpaid; null = not asked */
  wages: 'paid' | 'late' | 'less' | 'unpaid' | null
  /** further words; null = none */
  note: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, a list, or demo */
  source: string
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
}

/** 输送回访: what was heard of somebody who travelled, some days after arrival (superseded rows: what the ledger said from known_from to known_to) */
export type FollowUpHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id */
  id: number
  /** who travelled */
  person_id: number
  /** id of the row of traveller */
  traveller_id: number
  /** which follow-up: days after arrival, as the plan sets them */
  after_days: number
  /** day on which it was heard */
  done_on: string
  /** there, other_employer, unreached; who is back is recorded as returned */
  outcome: string
  /** what was said of the wages: paid, late, less than agreed, unpaid; null = not asked */
  wages: string | null
  /** further words; null = none */
  note: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, a list, or demo */
  source: string
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: a code of supersededBy */
  superseded_by: string
}

/** 补贴: money paid under a programme */
export type GrantPaidRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** key of the programme */
  programme: string
  /** what it was paid for, such as 2024 or 2022-Q3 */
  period: string
  /** amount in fen */
  amount_fen: number
  /** day of payment */
  paid_on: string
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
}

/** 补贴: money paid under a programme (superseded rows: what the ledger said from known_from to known_to) */
export type GrantPaidHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** key of the programme */
  programme: string
  /** what it was paid for, such as 2024 or 2022-Q3 */
  period: string
  /** amount in fen */
  amount_fen: number
  /** day of payment */
  paid_on: string
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** 户: people who live and are counted together */
export type HouseholdRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** 户编号 of the national monitoring system */
  code: string | null
  /** moved under 易地搬迁; null = not recorded */
  relocated: boolean | null
  /** 危房户; null = not recorded */
  unsafe_house: boolean | null
  /** 人均纯收入 of the last year counted, in fen; null = not recorded */
  income_per_head_fen: number | null
  /** address, encrypted; revealed only through reveal() */
  address_cipher: Buffer | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
}

/** 户的变更: who left or joined a household or became its head, and on which day */
export type HouseholdChangeRow = {
  /** distribution key: county of the household */
  county: number
  /** village of the household */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** split (a new household), join (an existing one), head (another head), leave (a file moved away) */
  kind: 'split' | 'join' | 'head' | 'leave'
  /** the household as it is after: the new one, the joined one, the one with a new head */
  household_id: number
  /** the household that was left, if any */
  from_household: number | null
  /** ledger ids of those whose household or relation changed */
  persons: number[]
  /** day on which it came to be so */
  changed_on: string
  /** why */
  reason: string
  /** post that recorded it */
  recorded_by: number
  /** when it was recorded */
  recorded_at: string
}

/** 户: people who live and are counted together (superseded rows: what the ledger said from known_from to known_to) */
export type HouseholdHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** 户编号 of the national monitoring system */
  code: string | null
  /** moved under 易地搬迁; null = not recorded */
  relocated: boolean | null
  /** 危房户; null = not recorded */
  unsafe_house: boolean | null
  /** 人均纯收入 of the last year counted, in fen; null = not recorded */
  income_per_head_fen: number | null
  /** address, encrypted; revealed only through reveal() */
  address_cipher: Buffer | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** 导入: one list that was brought in, from the file to the ledger and, undone, back; its state follows from its dates */
export type ImportRow = {
  /** distribution key: the six digits of the area */
  county: number
  /** area of the post that brought the list: who sees that post's area sees the import */
  area: number
  /** ledger id */
  id: number
  /** who brought it */
  officer_id: number
  /** under which post */
  post_id: number
  /** name of who brought it, told to whoever brings the same file */
  officer_name: string
  /** title of that post */
  post_title: string
  /** scope of that post when the file was brought: rows are taken within [lo, hi) */
  lo: number
  /** first code beyond the scope */
  hi: number
  /** as the officer's machine called it */
  file_name: string
  /** SM3 of the file: the same file brought again is noticed */
  file_hash: Buffer
  /** its size */
  file_bytes: number
  /** key of the list's definition; null = not chosen yet */
  list: string | null
  /** rank of the list among sources when it was chosen */
  rank: number
  /** the day the list speaks of: between lists of one rank the later is believed */
  as_of: string
  /** how it is read: sheet, rows of headings, columns mapped by hand */
  choice: unknown
  /** when the file was whole */
  received_at: string
  /** when every row was read and staged */
  read_at: string | null
  /** when every row was matched and compared */
  matched_at: string | null
  /** when every row that could be taken was in the ledger */
  applied_at: string | null
  /** when all of it was taken back */
  undone_at: string | null
  /** what is to be done now; null = nothing: a killed server takes it up again */
  asked: 'read' | 'match' | 'apply' | 'undo' | null
  /** since when */
  asked_at: string | null
  /** when an officer stopped what was asked */
  stopped_at: string | null
  /** rows staged so far */
  read_rows: number
  /** share of the file read so far */
  share: number
  /** rows by outcome, as last counted */
  tallies: unknown
  /** why the work could not be done, in both languages */
  problem: unknown
  /** when its rows began to be taken: from then on the ledger may hold some of them, and the file is not read anew */
  begun_at: string | null
  /** the import whose refused rows, mended, this file brings back; null = none */
  mends: number | null
  /** what reading did to the file beyond its cells: rows left out and why, titles above the headings, merged cells, signs made plain */
  reading: unknown
  /** when it was discarded with its file, nothing of it being in the ledger */
  discarded_at: string | null
}

/** 导入进度: a part of an import that is done, written in the transaction that did it */
export type ImportChunkRow = {
  /** distribution key: the six digits of the area */
  county: number
  /** area of the post that brought the list: who sees that post's area sees the import */
  area: number
  /** the import */
  import_id: number
  /** what was done */
  work: 'read' | 'match' | 'apply' | 'undo'
  /** which rows about their subject */
  round: number
  /** first row of the part */
  from_row: number
  /** last row of the part */
  to_row: number
  /** rows in it */
  rows: number
  /** when; what the ledger was told in it is known from then */
  done_at: string
}

/** 导入结果: what becomes, or became, of a row */
export type ImportOutcomeRow = {
  /** distribution key: the six digits of the area */
  county: number
  /** area of the post that brought the list: who sees that post's area sees the import */
  area: number
  /** the import */
  import_id: number
  /** the row */
  row: number
  /** new, changed, same, refused, review (an officer must say whose it is), waiting (for an earlier row of the file) */
  outcome: 'new' | 'changed' | 'same' | 'refused' | 'review' | 'waiting'
  /** county of the file the row belongs to */
  to_county: number | null
  /** that file, household or site */
  to_id: number | null
  /** field by field: what stood, what the row says, which is believed and why; null = none */
  differences: unknown
  /** why it was refused, and what is told of it; null = nothing */
  faults: unknown
  /** files it may belong to */
  candidates: number[] | null
}

/** 导入行: a row of a list as it was read, typed; sealed values stand masked, with their blind indexes beside them */
export type ImportRowRow = {
  /** distribution key: the six digits of the area */
  county: number
  /** area of the post that brought the list: who sees that post's area sees the import */
  area: number
  /** the import */
  import_id: number
  /** as the spreadsheet numbers it */
  row: number
  /** 1 = first row of the file about its subject; further rows about the same are compared after it was taken */
  round: number
  /** the row before which this one must be taken; null for round 1 */
  first_row: number | null
  /** says word for word what an earlier row says */
  twin: boolean
  /** whom the row speaks of: blind index of the identity number, or a digest of the first clause that is filled; null = cannot be told */
  subject: Buffer | null
  /** blind index of the subject's identity number; null = blank or invalid, matches nobody */
  id_index: Buffer | null
  /** blind indexes of the sealed columns, in the order of the list's columns */
  indexes: Buffer[]
  /** the sealed values themselves, encrypted and bound to this import and row */
  sealed: Buffer | null
  /** in the order of the list's columns; numbers, phones and accounts masked */
  values: string[]
  /** the area the row names; null = none */
  to_area: number | null
  /** what was wrong when it was read; null = nothing */
  faults: unknown
  /** cannot be taken until its faults are mended */
  refused: boolean
  /** an officer's word on a row in review: the id of the file it belongs to, 0 = open a new one, -1 = leave the row out */
  decision: number | null
  /** county of the file that was decided on */
  decision_county: number | null
  /** post that decided */
  decided_by: number | null
}

/** 导入提示: a finding that a row would bring, as the preview found it; the row is taken all the same */
export type ImportWarningRow = {
  /** distribution key: the six digits of the area */
  county: number
  /** area of the post that brought the list: who sees that post's area sees the import */
  area: number
  /** the import */
  import_id: number
  /** the row */
  row: number
  /** key of the finding in the plan */
  predicate: string
}

/** a spell of social insurance */
export type InsuranceRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** pension_resident, pension_employee, medical, injury, unemployment */
  kind: string
  /** yearly tier in fen, resident pension */
  tier_fen: number | null
  /** self, programme, employer */
  payer: string | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** through which employer; null = not recorded, or through none */
  employer: string | null
  /** of that employer (GB 32100); null = not recorded */
  credit_code: string | null
}

/** a spell of social insurance (superseded rows: what the ledger said from known_from to known_to) */
export type InsuranceHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** pension_resident, pension_employee, medical, injury, unemployment */
  kind: string
  /** yearly tier in fen, resident pension */
  tier_fen: number | null
  /** self, programme, employer */
  payer: string | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** through which employer; null = not recorded, or through none */
  employer: string | null
  /** of that employer (GB 32100); null = not recorded */
  credit_code: string | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** when each county's ledger last changed: figures of now are figures known at the newest of these */
export type LedgerHeadRow = {
  /** county */
  county: number
  /** known_from of the newest change; passed as a parameter */
  changed_at: string
}

/** 清单说法: which facts of a record of the ledger a row of an import spoke of, and how far it was believed; what stands is what the strongest claim says */
export type ListClaimRow = {
  /** distribution key: the six digits of the area */
  county: number
  /** area of the record, so that whoever may write it sees what was said of it */
  area: number
  /** kind of record */
  record: string
  /** the record */
  record_id: number
  /** the import */
  import_id: number
  /** the row of the import; 0 = an officer's word that was there before, kept when a list first spoke of the record */
  row: number
  /** rank of the list among sources */
  rank: number
  /** the day the list speaks of */
  as_of: string
  /** opened the record, changed it, said the same, or was weaker than what stood */
  effect: 'opened' | 'changed' | 'same' | 'kept'
  /** facts spoken of: bits in the order of domain/lists/import-facts.ts */
  facts: number
  /** of these, the ones the list may replace; the others only fill blanks */
  firm: number
  /** of these, the ones it changed */
  won: number
  /** when: the record's known_from where it was opened or changed */
  said_at: string
  /** known_from of the record since an undone import gave it back what this claim had made of it */
  restored_at: string | null
}

/** 表头对应: which column of a list each heading means, as an officer of the area told it once */
export type ListMappingRow = {
  /** distribution key: the six digits of the area */
  county: number
  /** area of the post that told it */
  area: number
  /** key of the list */
  list: string
  /** SM3 of the set of headings */
  headings: Buffer
  /** heading to column key; null = not taken */
  mapping: unknown
  /** when */
  told_at: string
  /** post that told it */
  told_by: number
}

/** 匹配对象: a person of a run of matching, placed or not, as the file stood then */
export type MatchPersonRow = {
  /** distribution key: the six digits of the county the file lay in when the run read it */
  county: number
  /** 12-digit division code (today's division) of the village the file lay in when the run read it */
  area: number
  /** the run */
  run_id: number
  /** the person; no reference, because the result stays as it was when a file moves or is merged */
  person_id: number
  /** 帮扶层级: from 1, the first served first; never shown to employers */
  tier: number
  /** where the person stands in the public order, without skill bands; greater is before */
  priority: number
  /** whether the person was asked what work they would take; false = occupations worked in, in the home county */
  asked: boolean
  /** small class of the classification that was looked for first; null = none is known */
  occupation: string | null
  /** why the run has no vacancy for the person; null = it has one */
  reason: string | null
  /** eligible vacancies the person would rather have than what they got; all of them if they got none */
  better: number
  /** whether the scenario "most placements" would place the person; null = not computed */
  scenario: boolean | null
}

/** 匹配建议: a vacancy that a run proposes to a person, with what it is worth to them and where they stand */
export type MatchProposalRow = {
  /** distribution key: the six digits of the county the file lay in when the run read it */
  county: number
  /** 12-digit division code (today's division) of the village the file lay in when the run read it */
  area: number
  /** the run */
  run_id: number
  /** the person; no reference, because the result stays as it was when a file moves or is merged */
  person_id: number
  /** 1 = the reserved vacancy (预留岗位), more = back-ups (备选岗位) */
  rank: number
  /** the vacancy */
  vacancy_id: number
  /** points for the occupation */
  occupation_points: number
  /** points for verified skill */
  skill_points: number
  /** points for the place */
  place_points: number
  /** points for the wage */
  wage_points: number
  /** points for being near home */
  home_points: number
  /** all points together: what the vacancy is worth to the person */
  points: number
  /** where the person stands in the public order of this vacancy; greater is before */
  priority: number
  /** where the last admitted of the vacancy stands; null = places were left */
  cut_off: number | null
}

/** 人岗匹配: one run that places everybody who looks for work over the openings there are; holds nobody */
export type MatchRunRow = {
  /** ledger id */
  id: number
  /** key of the plan whose need names the people */
  plan: string
  /** area whose people are placed; vacancies are those of everywhere */
  frame_area: number
  /** the day that ages, wishes, memberships and vacancies are read for */
  on_day: string
  /** hand: an officer asked for it; schedule: every night */
  cause: 'hand' | 'schedule'
  /** need: whoever has the need for work; wish: whoever has a work wish in force */
  people: 'need' | 'wish'
  /** kinds of vacancies it gives out */
  kinds: string[]
  /** of the openings left of a vacancy, how many of a hundred it gives out; at least one */
  openings_share: number
  /** further vacancies a person, 0 to 4 */
  back_ups: number
  /** places for back-ups, as a multiple of the openings */
  factor: number
  /** of the certificate: full, also with the most that could be placed; quick, without */
  extent: 'full' | 'quick'
  /** the lottery is drawn from it; published */
  seed: string
  /** the weights as they were, with their version */
  weights: unknown
  /** the assistance tiers as they were, with their version */
  tiers: unknown
  /** version of the program that was asked */
  engine: string
  /** when it was asked for; passed as a parameter */
  asked_at: string
  /** who asked; null = the schedule */
  officer_id: number | null
  /** as shown */
  officer_name: string | null
  /** under which post */
  post_id: number | null
  /** as shown */
  post_title: string | null
  /** when it began; null = waits */
  begun_at: string | null
  /** when it last said that it goes on; one that has been silent for long was killed */
  alive_at: string | null
  /** how far it is, from 0 to 1; the phase follows from it */
  share: number
  /** when somebody stopped it */
  stop_asked_at: string | null
  /** when it was done, stopped, broken off or refused */
  ended_at: string | null
  /** why it ended without a result, in both languages; null = it has one, or was stopped */
  problem: unknown
  /** the moment of knowledge of all it read: with the settings it makes the same run again */
  known_at: string | null
  /** SHA-256 of all it read */
  inputs_hash: string | null
  /** SHA-256 of all it proposes; null = not done */
  result_hash: string | null
  /** people, vacancies, openings, placed and the like */
  counts: unknown
  /** what the independent checker found over all eligible pairs */
  certificate: unknown
  /** how long each phase took */
  seconds: unknown
  /** when it was last asked to be computed again and compared */
  replay_asked_at: string | null
  /** when that was done */
  replayed_at: string | null
  /** what came of it: whether inputs and result are the same */
  replay: unknown
  /** when its proposals were taken away, but for those a referral rests on; null = all of them stand */
  pruned_at: string | null
}

/** 匹配岗位: a vacancy of a run, how many of its openings were given, and its cut-off */
export type MatchVacancyRow = {
  /** the run */
  run_id: number
  /** the vacancy */
  vacancy_id: number
  /** small class of the classification it was read as */
  occupation: string
  /** openings the run could give out */
  openings: number
  /** openings it gave out */
  given: number
  /** 录取线: where the last admitted stands in the public order; null = places were left */
  cut_off: number | null
  /** people to whom it is proposed as a back-up */
  back_ups: number
  /** where the last of these stands; null = places were left */
  back_up_cut_off: number | null
}

/** 身份类别: a dated status with its source */
export type MembershipRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** lifted, unstable, marginal, sudden, low_income, low_income_edge, destitute, rigid_expense, disabled, relocated, key_income */
  kind: string
  /** monitored kinds: main risk (illness, disability, education, disaster, labour_shortage, job_loss, other) */
  risk: string | null
  /** monitored kinds: day the risk was recorded as removed */
  risk_removed_on: string | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
}

/** 身份类别: a dated status with its source (superseded rows: what the ledger said from known_from to known_to) */
export type MembershipHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** lifted, unstable, marginal, sudden, low_income, low_income_edge, destitute, rigid_expense, disabled, relocated, key_income */
  kind: string
  /** monitored kinds: main risk (illness, disability, education, disaster, labour_shortage, job_loss, other) */
  risk: string | null
  /** monitored kinds: day the risk was recorded as removed */
  risk_removed_on: string | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** 并档: a file that was closed into another, and where the other is found; enough to take it apart again */
export type MergedFileRow = {
  /** distribution key: county of both files */
  county: number
  /** village of the closed file */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the file that was closed */
  closed_id: number
  /** the file that has everything now */
  survivor_id: number
  /** known_from of the closed file's last version, which stands in the history */
  closed_said: string
  /** known_from of the survivor's version before, where the merge changed a field of it */
  survivor_said: string | null
  /** the survivor took the identity number of the closed file */
  number_moved: boolean
  /** when it was merged: known_from of every row that moved */
  merged_at: string
  /** post that approved the merge */
  merged_by: number
  /** when it was taken apart again; null = merged */
  unmerged_at: string | null
  /** post that approved taking it apart */
  unmerged_by: number | null
}

/** 职业叫法: which occupation the words of a row mean, as an officer of the area told it once */
export type OccupationWordRow = {
  /** distribution key: the six digits of the area */
  county: number
  /** area of the post that told it */
  area: number
  /** the trade and the title of the row, as written */
  words: string
  /** code of the classification of 2022 */
  occupation: string
  /** when; passed as a parameter */
  told_at: string
  /** post that told it */
  told_by: number
}

/** 工作人员: somebody who signs in; what may be done hangs on the post */
export type OfficerRow = {
  /** ledger id */
  id: number
  /** sign-in name, small letters */
  sign_in: string
  /** name of the officer */
  name: string
  /** argon2id with its parameters and salt, PHC string */
  password_hash: string
  /** secret of the second factor, encrypted; null = not enrolled */
  totp_cipher: Buffer | null
  /** last time step whose code was accepted: a code counts once */
  totp_step: number | null
  /** made with the demonstration city; its password is printed on the sign-in page */
  demo: boolean
  /** when the account was opened */
  created_at: string
  /** when the account was closed; null = open */
  disabled_at: string | null
  /** the password was handed over by an administrator: nothing but choosing another may be done with it */
  password_due: boolean
}

/** 人员: one natural person; the file hangs on this row */
export type PersonRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the household counted with; null = none recorded */
  household_id: number | null
  /** 与户主关系: head, spouse, child, parent, grandchild, grandparent, sibling, other */
  relation: string | null
  /** name as on the identity document */
  name: string
  /** name in pinyin, syllables apart, for search */
  pinyin: string
  /** first letters of the pinyin, for search */
  initials: string
  /** single characters and pairs of the name, for search */
  grams: string[]
  /** male, female; null = not recorded */
  sex: string | null
  /** null = not recorded */
  birth_date: string | null
  /** null = alive as far as the ledger knows */
  death_date: string | null
  /** GB/T 3304 code */
  ethnic: string | null
  /** none, primary, junior, senior, vocational, college, bachelor, master */
  education: string | null
  /** 在校生; null = not recorded */
  in_school: boolean | null
  /** healthy, chronic, serious_illness, disabled */
  health: string | null
  /** 劳动技能: ordinary, skilled, weak, lost, none */
  capacity: string | null
  /** 1 (gravest) to 4; null = none recorded */
  disability_grade: number | null
  /** resident, hong_kong, macau, taiwan, foreign, passport, other */
  id_kind: string
  /** identity number, encrypted; revealed only through reveal() */
  id_cipher: Buffer | null
  /** blind index of the identity number; null = blank or invalid, matches nobody */
  id_index: Buffer | null
  /** identity number as shown */
  id_mask: string | null
  /** phone, encrypted; revealed only through reveal() */
  phone_cipher: Buffer | null
  /** blind index of the phone */
  phone_index: Buffer | null
  /** phone as shown */
  phone_mask: string | null
  /** bank account, encrypted; revealed only through reveal() */
  bank_cipher: Buffer | null
  /** blind index of the bank account */
  bank_index: Buffer | null
  /** bank account as shown */
  bank_mask: string | null
  /** day the file was opened */
  opened_on: string
  /** counts the changes; If-Match compares it */
  version: number
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
}

/** 人员: one natural person; the file hangs on this row (superseded rows) */
export type PersonHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the household counted with; null = none recorded */
  household_id: number | null
  /** 与户主关系: head, spouse, child, parent, grandchild, grandparent, sibling, other */
  relation: string | null
  /** name as on the identity document */
  name: string
  /** name in pinyin, syllables apart, for search */
  pinyin: string
  /** first letters of the pinyin, for search */
  initials: string
  /** single characters and pairs of the name, for search */
  grams: string[]
  /** male, female; null = not recorded */
  sex: string | null
  /** null = not recorded */
  birth_date: string | null
  /** null = alive as far as the ledger knows */
  death_date: string | null
  /** GB/T 3304 code */
  ethnic: string | null
  /** none, primary, junior, senior, vocational, college, bachelor, master */
  education: string | null
  /** 在校生; null = not recorded */
  in_school: boolean | null
  /** healthy, chronic, serious_illness, disabled */
  health: string | null
  /** 劳动技能: ordinary, skilled, weak, lost, none */
  capacity: string | null
  /** 1 (gravest) to 4; null = none recorded */
  disability_grade: number | null
  /** resident, hong_kong, macau, taiwan, foreign, passport, other */
  id_kind: string
  /** identity number, encrypted; revealed only through reveal() */
  id_cipher: Buffer | null
  /** blind index of the identity number; null = blank or invalid, matches nobody */
  id_index: Buffer | null
  /** identity number as shown */
  id_mask: string | null
  /** phone, encrypted; revealed only through reveal() */
  phone_cipher: Buffer | null
  /** blind index of the phone */
  phone_index: Buffer | null
  /** phone as shown */
  phone_mask: string | null
  /** bank account, encrypted; revealed only through reveal() */
  bank_cipher: Buffer | null
  /** blind index of the bank account */
  bank_index: Buffer | null
  /** bank account as shown */
  bank_mask: string | null
  /** day the file was opened */
  opened_on: string
  /** counts the changes; If-Match compares it */
  version: number
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, verified, moved, merged */
  superseded_by: string
}

/** city-wide registry: one identity number, one person; no login reads it, register_identity() and find_by_identity() do */
export type PersonIdentityRow = {
  /** blind index (HMAC-SM3) of the normalised identity number */
  id_index: Buffer
  /** county of the file */
  county: number
  /** the person */
  person_id: number
}

/** 疑似重复: pairs of files of a county that shared what possible duplicates are looked for by, when the county was searched last; each pair from both its sides, so that either village finds it. Not a fact of the ledger: made anew by every search, and scored when it is read */
export type PossibleDuplicateRow = {
  /** distribution key: county of both files */
  county: number
  /** village of the file that the row belongs to */
  area: number
  /** the file that the row belongs to */
  person_id: number
  /** the other file; it is shown only to a post that sees it as well */
  other_id: number
}

/** 岗位身份: the role and the area under which an officer acts, one at a time */
export type PostRow = {
  /** ledger id */
  id: number
  /** whose post it is */
  officer_id: number
  /** village, town, county, city; system, security, audit; employer */
  role: string
  /** as shown: 云阳县人社局 */
  title: string
  /** code of the area (today's division), first of the interval read; null for administrators, who read no file; of an employer, the county that opened the account: an employer reads no interval */
  lo: number | null
  /** first code beyond the area; the post reads [lo, hi) */
  hi: number | null
  /** files or one of the three administrations: nobody holds two of them at a time */
  duty: string
  /** first day of the post */
  started_on: string
  /** first day on which it was no longer held; null = held */
  ended_on: string | null
  /** 统一社会信用代码 of the employer whose vacancies the post sees; null for officers */
  credit_code: string | null
}

/** 公益性岗位 held */
export type PublicPostRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** hrss, agriculture */
  stream: string
  /** what the post does */
  duty: string
  /** village or body that employs */
  employer: string | null
  /** monthly pay in fen */
  monthly_pay_fen: number | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
}

/** 公益性岗位 held (superseded rows: what the ledger said from known_from to known_to) */
export type PublicPostHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** hrss, agriculture */
  stream: string
  /** what the post does */
  duty: string
  /** village or body that employs */
  employer: string | null
  /** monthly pay in fen */
  monthly_pay_fen: number | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** 推荐: a person referred to a vacancy, what both sides answered, and the placement that came of it */
export type ReferralRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person who is referred */
  person_id: number
  /** county of the unit that holds the vacancy; it may be another than the person's */
  vacancy_county: number
  /** the vacancy, within that county */
  vacancy_id: number
  /** what the vacancy was called when the person was referred */
  title: string
  /** who would employ, as it was then */
  employer: string
  /** where it came from: an offer on the file, a proposal of a city-wide run, the person's own wish */
  origin: 'offer' | 'run' | 'person'
  /** the run that proposed it; null = none */
  run_id: number | null
  /** what the person said; null = not heard yet */
  person_answer: 'accepted' | 'declined' | null
  /** why the person declined; null = did not decline */
  person_reason: string | null
  /** day on which the person was heard */
  person_answered_on: string | null
  /** what the employer said; null = not heard yet */
  employer_answer: 'accepted' | 'declined' | null
  /** why the employer declined; null = did not decline */
  employer_reason: string | null
  /** day on which the employer was heard */
  employer_answered_on: string | null
  /** day of the interview; null = none arranged */
  interview_on: string | null
  /** how it ended; null = not heard yet */
  interview_result: 'passed' | 'failed' | 'absent' | null
  /** first day of the trial; null = none */
  trial_from: string | null
  /** first day after the trial */
  trial_to: string | null
  /** 上岗: first day of the work that came of it; null = not placed */
  placed_on: string | null
  /** the spell of work that came of it, in the county of the file; null = not placed */
  employment_id: number | null
  /** first day after the agreed term of the work; null = no end agreed */
  term_to: string | null
  /** why it ended without a placement: person_declined, employer_declined, interview_failed, absent, trial_failed, placed_elsewhere, vacancy_closed, mistake, other; null = did not */
  end_reason: string | null
  /** day on which the person was referred */
  valid_from: string
  /** day on which it ended or became a placement; null = still runs */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, or demo */
  source: string
  /** 佐证: what shows that it is so; null = none named */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
}

/** 推荐: a person referred to a vacancy, what both sides answered, and the placement that came of it (superseded rows: what the ledger said from known_from to known_to) */
export type ReferralHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person who is referred */
  person_id: number
  /** county of the unit that holds the vacancy; it may be another than the person's */
  vacancy_county: number
  /** the vacancy, within that county */
  vacancy_id: number
  /** what the vacancy was called when the person was referred */
  title: string
  /** who would employ, as it was then */
  employer: string
  /** where it came from: an offer on the file, a proposal of a city-wide run, the person's own wish */
  origin: string
  /** the run that proposed it; null = none */
  run_id: number | null
  /** what the person said; null = not heard yet */
  person_answer: string | null
  /** why the person declined; null = did not decline */
  person_reason: string | null
  /** day on which the person was heard */
  person_answered_on: string | null
  /** what the employer said; null = not heard yet */
  employer_answer: string | null
  /** why the employer declined; null = did not decline */
  employer_reason: string | null
  /** day on which the employer was heard */
  employer_answered_on: string | null
  /** day of the interview; null = none arranged */
  interview_on: string | null
  /** how it ended; null = not heard yet */
  interview_result: string | null
  /** first day of the trial; null = none */
  trial_from: string | null
  /** first day after the trial */
  trial_to: string | null
  /** 上岗: first day of the work that came of it; null = not placed */
  placed_on: string | null
  /** the spell of work that came of it, in the county of the file; null = not placed */
  employment_id: number | null
  /** first day after the agreed term of the work; null = no end agreed */
  term_to: string | null
  /** why it ended without a placement: person_declined, employer_declined, interview_failed, absent, trial_failed, placed_elsewhere, vacancy_closed, mistake, other; null = did not */
  end_reason: string | null
  /** day on which the person was referred */
  valid_from: string
  /** day on which it ended or became a placement; null = still runs */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, or demo */
  source: string
  /** 佐证: what shows that it is so; null = none named */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, withdrawn, moved, … */
  superseded_by: string
}

/** 统计单位: who reports without being a division (高新区, 万盛经开区) */
export type ReportingUnitRow = {
  /** short key */
  key: string
  /** Chinese name */
  name: string
  /** English name */
  name_en: string
  /** what about its towns is assumed and not sourced */
  assumption: string | null
  /** which papers address it as a reporting unit */
  source: string
}

/** the towns a reporting unit reports for */
export type ReportingUnitAreaRow = {
  /** the unit */
  unit: string
  /** code of a town */
  area: number
}

/** 稳岗回访: what was heard of a placed person, so many months after the placement */
export type RetentionAnswerRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person who was placed */
  person_id: number
  /** the referral that became the placement, in the same county; no foreign key, for the rows of a file move county table by table */
  referral_id: number
  /** how many months after the placement: one of the plan's */
  month: number
  /** still there, left, or not reached */
  outcome: 'there' | 'left' | 'unreached'
  /** why the work ended; null = it did not, or not asked */
  reason: string | null
  /** not reached: day on which it is tried again */
  retry_on: string | null
  /** day on which it was heard */
  valid_from: string
  /** never set: what was heard on a day stays heard */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, or demo */
  source: string
  /** 佐证: what shows that it is so; null = none named */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
}

/** 稳岗回访: what was heard of a placed person, so many months after the placement (superseded rows: what the ledger said from known_from to known_to) */
export type RetentionAnswerHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person who was placed */
  person_id: number
  /** the referral that became the placement, in the same county */
  referral_id: number
  /** how many months after the placement: one of the plan's */
  month: number
  /** still there, left, or not reached */
  outcome: string
  /** why the work ended; null = it did not, or not asked */
  reason: string | null
  /** not reached: day on which it is tried again */
  retry_on: string | null
  /** day on which it was heard */
  valid_from: string
  /** never set: what was heard on a day stays heard */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, or demo */
  source: string
  /** 佐证: what shows that it is so; null = none named */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, withdrawn, moved, … */
  superseded_by: string
}

/** One row: which installation this database belongs to */
export type RicebowlInstallationRow = {
  /** Always true: there is one row */
  singleton: boolean
  /** Fingerprint of the keys.json that its encrypted columns were written with */
  keys: string
  /** When the database was first opened */
  created_at: string
}

/** Which migrations this database has had */
export type RicebowlMigrationRow = {
  /** File name in db/migrations */
  name: string
  /** SHA-256 of the file as it was applied */
  hash: string
  /** When it was applied */
  applied_at: string
  /** How long it took, in milliseconds */
  took_ms: number
}

/** a person on the roster of a site */
export type RosterRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** the site, in the county of the person */
  site_id: number
  /** worker, founder, trainee, member */
  role: string
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
}

/** a person on the roster of a site (superseded rows: what the ledger said from known_from to known_to) */
export type RosterHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** the site, in the county of the person */
  site_id: number
  /** worker, founder, trainee, member */
  role: string
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** 月核实记录: what was heard of a person in a monthly round */
export type RoundAnswerRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person it was heard of */
  person_id: number
  /** key of the plan's round */
  round: string
  /** same, changed, ended, unreached, moved_away, died */
  outcome: 'same' | 'changed' | 'ended' | 'unreached' | 'moved_away' | 'died'
  /** the spell of work that it ended or began, in the same county; null = none, or all that stood were confirmed */
  employment_id: number | null
  /** why the work ended: contract_over, dismissed, illness, family, farming, other; null = not asked */
  reason: string | null
  /** day on which it happened, as it was told: last day at work, first day of the new work, of the move, of the death */
  happened_on: string | null
  /** day on which it was heard */
  valid_from: string
  /** first day of the month after: it answers for one month */
  valid_to: string
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer */
  source: string
  /** 佐证: call or visit; null = another register was compared */
  evidence: string | null
  /** day on which it was heard */
  verified_on: string
  /** how: phone, visit, register_match */
  verified_method: string
  /** post that heard it */
  verified_by: string | null
  /** the answer counts until this day */
  verified_until: string | null
  /** post under which the row was entered */
  recorded_by: number | null
}

/** 月核实记录: what was heard of a person in a monthly round (superseded rows: what the ledger said from known_from to known_to) */
export type RoundAnswerHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person it was heard of */
  person_id: number
  /** key of the plan's round */
  round: string
  /** same, changed, ended, unreached, moved_away, died */
  outcome: string
  /** the spell of work that it ended or began, in the same county; null = none, or all that stood were confirmed */
  employment_id: number | null
  /** why the work ended: contract_over, dismissed, illness, family, farming, other; null = not asked */
  reason: string | null
  /** day on which it happened, as it was told: last day at work, first day of the new work, of the move, of the death */
  happened_on: string | null
  /** day on which it was heard */
  valid_from: string
  /** first day of the month after: it answers for one month */
  valid_to: string
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer */
  source: string
  /** 佐证: call or visit; null = another register was compared */
  evidence: string | null
  /** day on which it was heard */
  verified_on: string
  /** how: phone, visit, register_match */
  verified_method: string
  /** post that heard it */
  verified_by: string | null
  /** the answer counts until this day */
  verified_until: string | null
  /** post under which the row was entered */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: withdrawn, moved, … */
  superseded_by: string
}

/** 抽样核实: a random sample of the people behind a figure; holds nobody, and is never changed */
export type SampleRow = {
  /** ledger id */
  id: number
  /** key of the plan */
  plan: string
  /** key of the indicator whose figure is verified */
  indicator: string
  /** area whose figure it is, in the division below */
  frame_area: number
  /** first day of the division in which the area was read */
  division: string
  /** the day of the figure */
  on_day: string
  /** the moment of knowledge: with the day, it makes the same list again */
  known_at: string
  /** of the error band: 0.9, 0.95 or 0.99 */
  confidence: number
  /** wanted half width of the band, as a share */
  error: number
  /** share held likely when the size was reckoned */
  expected: number
  /** least people of a county */
  minimum: number
  /** proportional, or neyman where an earlier sample told the shares */
  allocation: string
  /** with the ids, it makes the same draw again */
  seed: string
  /** SHA-256 of the ids drawn from, ascending, one a line */
  frame_hash: string
  /** when it was drawn */
  drawn_at: string
  /** title of the post that drew it */
  drawn_by: string
  /** post that drew it */
  post_id: number
}

/** 抽样层: a county of a sample, with its size in the figure */
export type SampleCountyRow = {
  /** distribution key: six digits of the county */
  county: number
  /** the county's 12-digit code */
  area: number
  /** the sample */
  sample_id: number
  /** people the figure counted in the county */
  size: number
  /** people drawn of them */
  drawn: number
}

/** 抽样对象: a person drawn for call-back, and what was found */
export type SamplePersonRow = {
  /** distribution key: the six digits of the county the file lay in when it was drawn */
  county: number
  /** 12-digit division code of the village the file lay in when it was drawn */
  area: number
  /** the sample */
  sample_id: number
  /** the person drawn; no reference, because the list stays as it was drawn when a file moves or is merged */
  person_id: number
  /** place in the county by the hash of seed and id */
  place: number
  /** held (true), failed (not true), unreached; null = not asked yet */
  answer: 'held' | 'failed' | 'unreached' | null
  /** why it is not true: never, ended, differs, wrong_person, other */
  reason: string | null
  /** day of the call */
  answered_on: string | null
  /** how: phone, visit */
  method: string | null
  /** title of the post that called */
  answered_by: string | null
  /** post that entered the answer */
  recorded_by: number | null
  /** when the answer came to be known; passed as a parameter */
  known_from: string
}

/** 抽样对象: what was said of a call-back from known_from to known_to */
export type SamplePersonHistoryRow = {
  /** distribution key: the six digits of the county the file lay in when it was drawn */
  county: number
  /** 12-digit division code of the village the file lay in when it was drawn */
  area: number
  /** the sample */
  sample_id: number
  /** the person drawn; no reference, because the list stays as it was drawn when a file moves or is merged */
  person_id: number
  /** place in the county by the hash of seed and id */
  place: number
  /** held (true), failed (not true), unreached; null = not asked yet */
  answer: string | null
  /** why it is not true: never, ended, differs, wrong_person, other */
  reason: string | null
  /** day of the call */
  answered_on: string | null
  /** how: phone, visit */
  method: string | null
  /** title of the post that called */
  answered_by: string | null
  /** post that entered the answer */
  recorded_by: number | null
  /** when the answer came to be known; passed as a parameter */
  known_from: string
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction */
  superseded_by: string
}

/** 已存条件: a predicate an officer keeps under a name; one's own and nobody else's */
export type SavedFilterRow = {
  /** ledger id */
  id: number
  /** whose it is */
  officer_id: number
  /** as the officer named it */
  name: string
  /** FEEL over the facts of a person */
  predicate: string
  /** when; passed as a parameter */
  saved_at: string
}

/** 会话: one sign-in of an officer, acting under exactly one post; can be revoked at once */
export type SessionRow = {
  /** SM3 of the 256-bit token in the cookie; the token itself is stored nowhere */
  token_hash: Buffer
  /** who signed in */
  officer_id: number
  /** the post acted under; choosing another changes it */
  post_id: number
  /** when it began */
  started_at: string
  /** last request, to the minute; after 30 idle minutes the session is over */
  seen_at: string
  /** over at the latest then, twelve hours after it began */
  expires_at: string
  /** when it was ended by signing out, by closing the account or by a new sign-in; null = not */
  revoked_at: string | null
}

/** facts about this installation: demo scale and day, figures shown by default */
export type SettingRow = {
  /** name */
  key: string
  /** value */
  value: unknown
}

/** 登录尝试: failures of a sign-in name within its quarter of an hour, whether or not such an account exists */
export type SignInAttemptRow = {
  /** HMAC-SM3 of the sign-in name: what people mistype into the field is not kept */
  account: Buffer
  /** first attempt of the window; fixed, so that further attempts do not prolong a lock-out */
  window_from: string
  /** attempts in the window that have not succeeded */
  failures: number
}

/** 载体: a place or body that a plan builds; valid_from = recognised on, valid_to = withdrawn on */
export type SiteRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** a kind of the plan: workshop, return_home_park, incubator, … */
  kind: string
  /** name */
  name: string
  /** national, municipal, county */
  level: string | null
  /** places it can take */
  capacity: number | null
  /** last yearly evaluation: excellent, good, pass, fail */
  grade: string | null
  /** unified social credit code (GB 32100) */
  credit_code: string | null
  /** further fields of the kind, as the plan defines them */
  extra: unknown
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
}

/** yearly evaluation of a site */
export type SiteGradeRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the site */
  site_id: number
  /** year evaluated */
  year: number
  /** excellent, good, pass, fail */
  grade: string
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** people counted as stable staff, by name, on the day of counting; null = the source states only the grade */
  staff: number | null
  /** the day on which the staff was counted */
  counted_on: string | null
}

/** yearly evaluation of a site (superseded rows: what the ledger said from known_from to known_to) */
export type SiteGradeHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the site */
  site_id: number
  /** year evaluated */
  year: number
  /** excellent, good, pass, fail */
  grade: string
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** people counted as stable staff, by name, on the day of counting; null = the source states only the grade */
  staff: number | null
  /** the day on which the staff was counted */
  counted_on: string | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** 载体: a place or body that a plan builds; valid_from = recognised on, valid_to = withdrawn on (superseded rows: what the ledger said from known_from to known_to) */
export type SiteHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** a kind of the plan: workshop, return_home_park, incubator, … */
  kind: string
  /** name */
  name: string
  /** national, municipal, county */
  level: string | null
  /** places it can take */
  capacity: number | null
  /** last yearly evaluation: excellent, good, pass, fail */
  grade: string | null
  /** unified social credit code (GB 32100) */
  credit_code: string | null
  /** further fields of the kind, as the plan defines them */
  extra: unknown
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** 快照: the figures of all areas for a month end, frozen at one moment of knowledge; never changed, a newer edition stands beside it */
export type SnapshotRow = {
  /** ledger id */
  id: number
  /** key of the plan */
  plan: string
  /** last day of the month the figures speak of */
  on_day: string
  /** 1 for the first freezing of the month, one more for each that replaced it before the month was closed */
  edition: number
  /** the moment of knowledge: the lists behind the figures are read again as known then */
  known_at: string
  /** when it was frozen; passed as a parameter */
  frozen_at: string
  /** the definitions it was counted by */
  definition: string
  /** first day of the division whose areas are the units that confirm */
  unit_division: string
  /** how many areas it holds, over all divisions */
  areas: number
  /** seal of the snapshot of the plan frozen before this one; empty for the first */
  previous: string
  /** SM3 chained over the head and the hash of every area */
  seal: string
  /** how many indicators were read again from the lists when it was frozen, and were equal */
  reread: number
  /** who froze it; null = from the command line */
  officer_name: string | null
  /** under which post */
  post_id: number | null
  /** the post as shown */
  post_title: string | null
}

/** 区划快照: the frozen figures of one area; no login may change or remove a row */
export type SnapshotAreaRow = {
  /** county digits of the area, 500000 for the city */
  county: number
  /** the area, of every level */
  area: number
  /** the snapshot */
  snapshot: number
  /** first day of the division the area belongs to */
  division: string
  /** canonical JSON by indicator, as figure_area.tallies; the very text that was hashed */
  figures: string
  /** SM3 over plan, day, definition, division, area and figures; the moment of knowledge is sealed at the head of the snapshot */
  hash: string
}

/** 快照口径: the definitions snapshots were counted by, kept once for all that share them */
export type SnapshotDefinitionRow = {
  /** SM3 of the text */
  hash: string
  /** canonical JSON: indicators, dated parameters, first and last day of the plan, hash of the fact catalogue */
  definitions: string
}

/** 督办: an order to the unit of an area to act on a finding or a lagging figure; its state follows from its steps */
export type SupervisionOrderRow = {
  /** county of the unit that must act */
  county: number
  /** area of the unit that must act: a county, a town or a village */
  area: number
  /** ledger id */
  id: number
  /** area of the unit that sent it; the area of the order lies in it */
  sender_area: number
  /** finding or indicator */
  subject: 'finding' | 'indicator'
  /** key of the plan */
  plan: string
  /** key of the finding or the indicator */
  subject_key: string
  /** findings open in the area when it was sent; null for a figure */
  open_then: number | null
  /** what is asked */
  words: string
  /** last day on which an answer is in time */
  due_on: string
  /** when it was sent */
  sent_at: string
  /** post that sent it */
  sent_by: string
  /** who sent it */
  sent_officer: number
}

/** 督办步骤: what was done with a supervision order, one step after another; nothing is overwritten */
export type SupervisionStepRow = {
  /** county of the order */
  county: number
  /** area of the order */
  area: number
  /** the order */
  order_id: number
  /** 1, 2, 3 …: of two who act at once on what they saw, one is refused */
  step: number
  /** accept and answer by the unit that must act; return, close, withdraw by the sender */
  act: 'accept' | 'answer' | 'return' | 'close' | 'withdraw'
  /** what was said; empty where nothing needs saying */
  words: string
  /** when */
  taken_at: string
  /** post that acted */
  taken_by: string
  /** who acted */
  officer_id: number
}

/** title, award, honour, recruitment or post of rural talent */
export type TalentRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** title, award, honour, recruitment, village_doctor */
  kind: string
  /** what exactly */
  name: string
  /** national, municipal, county, town */
  level: string | null
  /** granted under the rule for difficult and remote areas; null = not recorded */
  preferential: boolean | null
  /** serves the countryside; null = not recorded */
  rural_service: boolean | null
  /** recruited as a new college graduate; null = not recorded */
  graduate: boolean | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
}

/** title, award, honour, recruitment or post of rural talent (superseded rows: what the ledger said from known_from to known_to) */
export type TalentHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** title, award, honour, recruitment, village_doctor */
  kind: string
  /** what exactly */
  name: string
  /** national, municipal, county, town */
  level: string | null
  /** granted under the rule for difficult and remote areas; null = not recorded */
  preferential: boolean | null
  /** serves the countryside; null = not recorded */
  rural_service: boolean | null
  /** recruited as a new college graduate; null = not recorded */
  graduate: boolean | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** a course attended; valid_from and valid_to are the days of the class */
export type TrainingRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** name of the course */
  course: string
  /** skill, entrepreneurship, new_occupation, special, project */
  kind: string
  /** as whom: migrant, returnee_founder, other */
  trainee: string | null
  /** hours attended; null = not recorded */
  hours: number | null
  /** day of completion; null = not completed */
  completed_on: string | null
  /** number of the certificate */
  certificate_no: string | null
  /** day of the certificate */
  certificate_on: string | null
  /** training body */
  organiser: string | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
}

/** a course attended; valid_from and valid_to are the days of the class (superseded rows: what the ledger said from known_from to known_to) */
export type TrainingHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** name of the course */
  course: string
  /** skill, entrepreneurship, new_occupation, special, project */
  kind: string
  /** as whom: migrant, returnee_founder, other */
  trainee: string | null
  /** hours attended; null = not recorded */
  hours: number | null
  /** day of completion; null = not completed */
  completed_on: string | null
  /** number of the certificate */
  certificate_no: string | null
  /** day of the certificate */
  certificate_on: string | null
  /** training body */
  organiser: string | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** 输送人员: a person on the list of a dispatch batch, and what came of it */
export type TravellerRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id */
  id: number
  /** who travels */
  person_id: number
  /** id of the dispatch batch */
  batch_id: number
  /** was at the door when the batch left; null = not ticked yet */
  boarded: boolean | null
  /** why not at the door; null = was, or not ticked yet */
  absence: 'ill' | 'family' | 'other_work' | 'changed_mind' | 'unreached' | 'other' | null
  /** day of arrival as the receiving station confirmed it; null = not confirmed */
  arrived_on: string | null
  /** why not arrived; null = arrived, or not confirmed yet */
  missing: 'left_on_the_way' | 'turned_back' | 'other_employer' | 'unreached' | 'other' | null
  /** first day at work; null = not started */
  started_on: string | null
  /** id of the dispatch that the arrival wrote; null = none */
  dispatch_id: number | null
  /** id of the employment that the start wrote; null = none */
  employment_id: number | null
  /** day of coming back; null = not back */
  returned_on: string | null
  /** why back; null = not back */
  return_reason: 'wages' | 'work_differs' | 'dismissed' | 'ill' | 'family' | 'farming' | 'term_over' | 'other' | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, a list, or demo */
  source: string
  /** 佐证 of the arrival: sheet of the receiving station, call, register match */
  evidence: string | null
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
}

/** 输送人员: a person on the list of a dispatch batch, and what came of it (superseded rows: what the ledger said from known_from to known_to) */
export type TravellerHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id */
  id: number
  /** who travels */
  person_id: number
  /** id of the dispatch batch */
  batch_id: number
  /** was at the door when the batch left; null = not ticked yet */
  boarded: boolean | null
  /** why not at the door; null = was, or not ticked yet */
  absence: string | null
  /** day of arrival as the receiving station confirmed it; null = not confirmed */
  arrived_on: string | null
  /** why not arrived; null = arrived, or not confirmed yet */
  missing: string | null
  /** first day at work; null = not started */
  started_on: string | null
  /** id of the dispatch that the arrival wrote; null = none */
  dispatch_id: number | null
  /** id of the employment that the start wrote; null = none */
  employment_id: number | null
  /** day of coming back; null = not back */
  returned_on: string | null
  /** why back; null = not back */
  return_reason: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, a list, or demo */
  source: string
  /** 佐证 of the arrival: sheet of the receiving station, call, register match */
  evidence: string | null
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: a code of supersededBy */
  superseded_by: string
}

/** 输送名单导入: which traveller a row of a list put on a batch, so that the import can be taken back */
export type TravellerImportRow = {
  /** distribution key: the six digits of the area */
  county: number
  /** area of the post that brought the list, which sends the batches */
  area: number
  /** the import */
  import_id: number
  /** the row */
  row: number
  /** the traveller, whose id stays when the file moves to another county */
  traveller_id: number
  /** when the row was taken; passed as a parameter */
  said_at: string
}

/** 岗位: a job with a number of openings */
export type VacancyRow = {
  /** distribution key: the six digits of the county the unit lies in that holds the vacancy; never updated */
  county: number
  /** 12-digit division code (today's division) of the unit that holds the vacancy: only posts over it change it */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** who offers it: employer, workshop, public_post, corridor */
  kind: 'employer' | 'workshop' | 'public_post' | 'corridor'
  /** what it is called where it is offered */
  title: string
  /** code of the occupational classification of 2022, third or fourth level */
  occupation: string
  /** section of GB/T 4754-2017 (A to T); null = not recorded */
  industry: string | null
  /** who would employ */
  employer: string
  /** 统一社会信用代码 of the employer (GB 32100); null = none given */
  credit_code: string | null
  /** the site that offers it, in the same county; null = none */
  site_id: number | null
  /** day on which the employer's licence was seen; null = not seen yet */
  licence_seen_on: string | null
  /** where the work is: an area of the city, or a province */
  place: number
  /** how many are wanted */
  openings: number
  /** how many of the openings are confirmed as taken */
  taken: number
  /** what the wage is paid by: month, day, hour, piece */
  wage_form: 'month' | 'day' | 'hour' | 'piece'
  /** lower end of the wage for that form, in fen; null = not stated */
  wage_low_fen: number | null
  /** upper end of the wage, in fen; null = not stated */
  wage_high_fen: number | null
  /** hours of a working day; null = not stated */
  hours_per_day: number | null
  /** working days of a month; null = not stated */
  days_per_month: number | null
  /** shifts and hours in words; null = not stated */
  hours: string | null
  /** when in the year: year_round, seasonal, off_season, flexible; null = not stated */
  season: string | null
  /** 包吃: meals are given; null = not stated */
  board: boolean | null
  /** 包住: lodging is given; null = not stated */
  lodging: boolean | null
  /** training is given by the employer; null = not stated */
  training: boolean | null
  /** schooling needed at least; null = none */
  education: string | null
  /** skills needed, in words; null = none */
  skills: string | null
  /** certificate needed, in words; null = none */
  certificate: string | null
  /** youngest age, 16 or more */
  age_from: number
  /** oldest age; null = no limit */
  age_to: number | null
  /** the rule that sets the oldest age; null = none */
  age_rule: string | null
  /** what the law protects minors and women from: underground, labour_4, toxic, lifting, height, cold */
  hazards: string[]
  /** whom to ask for; null = not given */
  contact: string | null
  /** phone of the contact: SM4-CTR + HMAC-SM3, bound to this row */
  phone_cipher: Buffer | null
  /** phone of the contact as it is shown */
  phone_mask: string | null
  /** further words; null = none */
  detail: string | null
  /** first day of the work; null = at once or by agreement */
  work_from: string | null
  /** first day after the work; null = no end */
  work_to: string | null
  /** day on which the employer last said that it still stands */
  refreshed_on: string
  /** first day on which it no longer counts as open unless it was refreshed */
  open_until: string
  /** first day on which it was offered */
  valid_from: string
  /** first day on which it was closed; null = not closed */
  valid_to: string | null
  /** why it was closed: filled, withdrawn, unlawful, employer_gone, mistake; null = not closed */
  close_reason: 'filled' | 'withdrawn' | 'unlawful' | 'employer_gone' | 'mistake' | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, a list, or demo */
  source: string
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
}

/** 岗位: a job with a number of openings (superseded rows: what the ledger said from known_from to known_to; of a phone the mask alone is kept) */
export type VacancyHistoryRow = {
  /** distribution key: the six digits of the county the unit lies in that holds the vacancy; never updated */
  county: number
  /** 12-digit division code (today's division) of the unit that holds the vacancy: only posts over it change it */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** who offers it: employer, workshop, public_post, corridor */
  kind: string
  /** what it is called where it is offered */
  title: string
  /** code of the occupational classification of 2022, third or fourth level */
  occupation: string
  /** section of GB/T 4754-2017 (A to T); null = not recorded */
  industry: string | null
  /** who would employ */
  employer: string
  /** 统一社会信用代码 of the employer (GB 32100); null = none given */
  credit_code: string | null
  /** the site that offers it, in the same county; null = none */
  site_id: number | null
  /** day on which the employer's licence was seen; null = not seen yet */
  licence_seen_on: string | null
  /** where the work is: an area of the city, or a province */
  place: number
  /** how many are wanted */
  openings: number
  /** how many of the openings are confirmed as taken */
  taken: number
  /** what the wage is paid by: month, day, hour, piece */
  wage_form: string
  /** lower end of the wage for that form, in fen; null = not stated */
  wage_low_fen: number | null
  /** upper end of the wage, in fen; null = not stated */
  wage_high_fen: number | null
  /** hours of a working day; null = not stated */
  hours_per_day: number | null
  /** working days of a month; null = not stated */
  days_per_month: number | null
  /** shifts and hours in words; null = not stated */
  hours: string | null
  /** when in the year: year_round, seasonal, off_season, flexible; null = not stated */
  season: string | null
  /** 包吃: meals are given; null = not stated */
  board: boolean | null
  /** 包住: lodging is given; null = not stated */
  lodging: boolean | null
  /** training is given by the employer; null = not stated */
  training: boolean | null
  /** schooling needed at least; null = none */
  education: string | null
  /** skills needed, in words; null = none */
  skills: string | null
  /** certificate needed, in words; null = none */
  certificate: string | null
  /** youngest age, 16 or more */
  age_from: number
  /** oldest age; null = no limit */
  age_to: number | null
  /** the rule that sets the oldest age; null = none */
  age_rule: string | null
  /** what the law protects minors and women from: underground, labour_4, toxic, lifting, height, cold */
  hazards: string[]
  /** whom to ask for; null = not given */
  contact: string | null
  /** phone of the contact as it is shown */
  phone_mask: string | null
  /** further words; null = none */
  detail: string | null
  /** first day of the work; null = at once or by agreement */
  work_from: string | null
  /** first day after the work; null = no end */
  work_to: string | null
  /** day on which the employer last said that it still stands */
  refreshed_on: string
  /** first day on which it no longer counts as open unless it was refreshed */
  open_until: string
  /** first day on which it was offered */
  valid_from: string
  /** first day on which it was closed; null = not closed */
  valid_to: string | null
  /** why it was closed: filled, withdrawn, unlawful, employer_gone, mistake; null = not closed */
  close_reason: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, a list, or demo */
  source: string
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, refreshed, taken, ended */
  superseded_by: string
}

/** 岗位导入: which vacancy a row of a list entered or refreshed, so that the import can be taken back */
export type VacancyImportRow = {
  /** distribution key: the six digits of the area */
  county: number
  /** area of the post that brought the list, which holds the vacancies it entered */
  area: number
  /** the import */
  import_id: number
  /** the row */
  row: number
  /** the vacancy, in the county whose unit holds it */
  vacancy_id: number
  /** opened: it was entered; changed: it stood, and was refreshed */
  effect: 'opened' | 'changed'
  /** since when the ledger says what the row said; passed as a parameter */
  said_at: string
}

/** 岗位申报: a vacancy as its employer states it, before the unit of the county has looked at it; it is offered to nobody */
export type VacancySubmissionRow = {
  /** distribution key: the six digits of the county whose unit opened the employer's account */
  county: number
  /** 12-digit division code of that unit */
  area: number
  /** ledger id; the vacancy that is entered from it has the same */
  id: number
  /** 统一社会信用代码 of the employer */
  credit_code: string
  /** what the employer states, as the form has it; no phone */
  facts: unknown
  /** id the employer's client gave it: sent twice it is one */
  client_id: string
  /** post of the employer */
  submitted_by: number
  /** when; passed as a parameter */
  submitted_at: string
}

/** 申报核对: what the unit decided of a submission, once */
export type VacancySubmissionDecisionRow = {
  /** distribution key: the county of the submission */
  county: number
  /** unit of the submission */
  area: number
  /** the submission */
  submission_id: number
  /** the employer, who reads what was decided */
  credit_code: string
  /** accepted: it was entered as a vacancy; returned: with the reason */
  decision: 'accepted' | 'returned'
  /** what the employer is to mend; null where accepted */
  reason: string | null
  /** post that decided */
  decided_by: number
  /** when; passed as a parameter */
  decided_at: string
}

/** 欠薪: wages that an employer has not paid a person */
export type WageClaimRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose wages are unpaid */
  person_id: number
  /** the spell of work, in the same county; null = not recorded */
  employment_id: number | null
  /** who owes the wages */
  employer: string
  /** first day of the first month that is unpaid */
  month_from: string
  /** first day after the last month that is unpaid */
  month_to: string
  /** what is owed, in fen */
  amount_fen: number
  /** who reported it: the person, or an officer who found it */
  told_by: 'person' | 'officer'
  /** how it ended: paid in full, or reported by mistake; null = still owed */
  settlement: 'paid' | 'mistaken' | null
  /** day on which it was reported */
  valid_from: string
  /** day from which nothing is owed; null = still owed */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, or demo */
  source: string
  /** 佐证: what shows that it is so; null = none named */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
}

/** 欠薪: wages that an employer has not paid a person (superseded rows: what the ledger said from known_from to known_to) */
export type WageClaimHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose wages are unpaid */
  person_id: number
  /** the spell of work, in the same county; null = not recorded */
  employment_id: number | null
  /** who owes the wages */
  employer: string
  /** first day of the first month that is unpaid */
  month_from: string
  /** first day after the last month that is unpaid */
  month_to: string
  /** what is owed, in fen */
  amount_fen: number
  /** who reported it: the person, or an officer who found it */
  told_by: string
  /** how it ended: paid in full, or reported by mistake; null = still owed */
  settlement: string | null
  /** day on which it was reported */
  valid_from: string
  /** day from which nothing is owed; null = still owed */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, or demo */
  source: string
  /** 佐证: what shows that it is so; null = none named */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, withdrawn, moved, … */
  superseded_by: string
}

/** what a person asked for, and until when the answer counts */
export type WishRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** work, training, enterprise, loan, service */
  kind: string
  /** in the person's words */
  detail: string | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
}

/** what a person asked for, and until when the answer counts (superseded rows: what the ledger said from known_from to known_to) */
export type WishHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person whose spell it is */
  person_id: number
  /** work, training, enterprise, loan, service */
  kind: string
  /** in the person's words */
  detail: string | null
  /** first day on which it was true */
  valid_from: string
  /** first day on which it was no longer true; null = still true */
  valid_to: string | null
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: a list, a register, an officer, or demo */
  source: string
  /** 佐证: what shows that it is so (contract, call, visit, register_match, roster, payslip) */
  evidence: string | null
  /** 核实: day of the last confirmation; null = never confirmed */
  verified_on: string | null
  /** how it was confirmed: phone, visit, register_match */
  verified_method: string | null
  /** post or register that confirmed it */
  verified_by: string | null
  /** the confirmation counts until this day */
  verified_until: string | null
  /** post under which the row was entered; null = loaded from a list */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, verified, withdrawn, moved */
  superseded_by: string
}

/** 就业意愿: what work a person would take, asked once and kept with its day; one stands at a time */
export type WorkWishRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person who was asked */
  person_id: number
  /** codes of the classification of 2022, best first; one to four */
  occupations: string[]
  /** how far at most: village, town, county, city, away */
  reach: 'village' | 'town' | 'county' | 'city' | 'away'
  /** provinces the person would go to, best first; only with away */
  provinces: number[]
  /** least wage a month in fen; null = none was named */
  wage_floor_fen: number | null
  /** what the work must not ask for: lifting, standing, heights, heat, dust, noise, sight, hearing, nights, shifts, longDays, weekends */
  cannot: string[]
  /** months (1 to 12) in which farm work or care leaves no time */
  busy_months: number[]
  /** with whom the person would go: alone, couple, neighbours; null = not asked */
  company: 'alone' | 'couple' | 'neighbours' | null
  /** from when the person could begin; null = at once */
  starts_on: string | null
  /** day on which the person was asked */
  valid_from: string
  /** first day on which the answer no longer counts */
  valid_to: string
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, or demo */
  source: string
  /** 佐证: call or visit */
  evidence: string | null
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
}

/** 就业意愿: what work a person would take, asked once and kept with its day; one stands at a time (superseded rows: what the ledger said from known_from to known_to) */
export type WorkWishHistoryRow = {
  /** distribution key: the six digits of the county the file lies in; never updated */
  county: number
  /** 12-digit division code (today's division) of the village the row belongs to */
  area: number
  /** ledger id, unique within the county */
  id: number
  /** the person who was asked */
  person_id: number
  /** codes of the classification of 2022, best first; one to four */
  occupations: string[]
  /** how far at most: village, town, county, city, away */
  reach: string
  /** provinces the person would go to, best first; only with away */
  provinces: number[]
  /** least wage a month in fen; null = none was named */
  wage_floor_fen: number | null
  /** what the work must not ask for: lifting, standing, heights, heat, dust, noise, sight, hearing, nights, shifts, longDays, weekends */
  cannot: string[]
  /** months (1 to 12) in which farm work or care leaves no time */
  busy_months: number[]
  /** with whom the person would go: alone, couple, neighbours; null = not asked */
  company: string | null
  /** from when the person could begin; null = at once */
  starts_on: string | null
  /** day on which the person was asked */
  valid_from: string
  /** first day on which the answer no longer counts */
  valid_to: string
  /** when the ledger came to know it; passed as a parameter */
  known_from: string
  /** where it comes from: an officer, or demo */
  source: string
  /** 佐证: call or visit */
  evidence: string | null
  /** post under which the row was entered; null = loaded */
  recorded_by: number | null
  /** when the ledger stopped saying so */
  known_to: string
  /** why: correction, ended, withdrawn, moved, died */
  superseded_by: string
}
