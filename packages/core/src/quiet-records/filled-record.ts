import { isNumberAt } from './record-characters.ts';
import type { Token } from './record-shape.ts';

/** Random letters and digits, as credible as any token can be. */
const filling = 'm3Xq8Lw2Zr5Tn9Hd4Fv7Bk6Pj1Gs0YcQ4nWx7Rb2Vt9Kf5Mz8Dh3Lp6Js1GqXe0T7rNu4Cw9Yk2Bv5Hm8Zd3Fx6Pg1SjQt0V7nLb4Rw9Kc2Mf5Xh8Jd3Zp6Ts1GyWq0Nv';
const fillingDigits = '4179253806';

/** The same record with other numbers, and the most credible tokens; as long as it was. */
export function filledRecord(record: string, tokens: readonly Token[]): string {
  let filled = '';
  let at = 0;
  const addNumbers = (to: number): void => {
    filled += record.slice(at, to).replace(/[\w-]+/g, (run) => (isNumberAt(Buffer.from(run, 'latin1'), 0, run.length) ? run.replace(/\d/g, (_, index: number) => fillingDigits.charAt(index % fillingDigits.length)) : run));
  };
  for (const { start, end, isWorded } of tokens) {
    addNumbers(start);
    filled += (isWorded ? filling.replace(/^.{4}/, '$&key') : filling).slice(0, end - start);
    at = end;
  }
  addNumbers(record.length);
  return filled;
}
