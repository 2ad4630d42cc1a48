export { Evaluator } from './folding/evaluator.ts';
