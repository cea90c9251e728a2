import type { Day } from '../base/date.ts'
import type { Words } from '../base/fail.ts'
import { contains } from '../places/area.ts'

/** What can be done with a supervision order once it is sent. */
export type OrderAct = 'accept' | 'answer' | 'return' | 'close' | 'withdraw'
/** 督办状态, computed from the steps: nobody types it. */
export type OrderState = 'sent' | 'accepted' | 'answered' | 'returned' | 'closed' | 'withdrawn'
export type OrderSide = 'sender' | 'receiver'

type Transition = { from: readonly OrderState[]; to: OrderState; by: OrderSide; saysWhy: boolean }

/** Who may do what when, and what it leads to: the one table that server and screen read. */
export const transitions: Record<OrderAct, Transition> = {
  accept: { from: ['sent'], to: 'accepted', by: 'receiver', saysWhy: false },
  answer: { from: ['accepted', 'returned'], to: 'answered', by: 'receiver', saysWhy: true },
  return: { from: ['answered'], to: 'returned', by: 'sender', saysWhy: true },
  close: { from: ['answered'], to: 'closed', by: 'sender', saysWhy: false },
  withdraw: { from: ['sent', 'accepted', 'returned'], to: 'withdrawn', by: 'sender', saysWhy: true },
}
const acts = Object.keys(transitions) as OrderAct[]

/** The state after these acts, in their order. An act that could not follow changes nothing. */
export const stateAfter = (done: readonly OrderAct[]): OrderState =>
  done.reduce<OrderState>((state, act) => (transitions[act].from.includes(state) ? transitions[act].to : state), 'sent')

/** Waits for the unit that must act; answered in time or not, an answered order is the sender's. */
export const isOpen = (state: OrderState): boolean => state !== 'closed' && state !== 'withdrawn'
export const isWaitedFor = (state: OrderState): boolean => isOpen(state) && state !== 'answered'

/** Overdue: no answer after the last day for it. */
export const isOverdue = (state: OrderState, dueOn: Day, today: Day): boolean => isWaitedFor(state) && dueOn < today

/** An order goes down: to any area within one's own, never to oneself. */
export const maySend = (sender: number | null, receiver: number): boolean =>
  sender !== null && sender !== receiver && contains(sender, receiver)

/** On which side of an order a post stands: by the area it acts for. */
export function sideOf(post: number | null, order: { area: number; senderArea: number }): OrderSide | null {
  if (post === order.area) return 'receiver'
  return post === order.senderArea ? 'sender' : null
}

/** What a side can do with an order now. */
export const possibleActs = (side: OrderSide | null, state: OrderState): OrderAct[] =>
  acts.filter((act) => transitions[act].by === side && transitions[act].from.includes(state))

export const actWords: Record<OrderAct, Words> = {
  accept: { zh: '签收', en: 'accept' },
  answer: { zh: '反馈', en: 'answer' },
  return: { zh: '退回重办', en: 'send back' },
  close: { zh: '办结', en: 'close' },
  withdraw: { zh: '撤回', en: 'withdraw' },
}
