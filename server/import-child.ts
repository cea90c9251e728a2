import { takers } from './jobs/import/takers.ts'
import { answerImports } from './lists/work/import-child.ts'

// The process of one import: lists know nothing of the slices that stand behind them, whose takers are given here.
answerImports(takers)
