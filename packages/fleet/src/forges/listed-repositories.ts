import type { z } from 'zod';
import { FleetError } from '../errors/fleet-error.ts';
import type { Target } from '../targets/target.ts';
import { parseAddress } from '../targets/target.ts';

/** Makes targets of what a service has listed. What it lists is a stranger's word: an address that leads anywhere but to a server is none. */
export function targetsOf(items: readonly unknown[], schema: z.ZodType<{ readonly url: string; readonly pushed: string | undefined }>, pushedSince: string | undefined): readonly Target[] {
  return items.flatMap((item): readonly Target[] => {
    const answer = schema.safeParse(item);
    const parsed = answer.success && /^https?:/.test(answer.data.url) ? parseAddress(answer.data.url) : undefined;
    if (!answer.success || parsed === undefined || 'problem' in parsed) throw new FleetError('The service lists a repository without an address that git can clone from.');
    const { pushed } = answer.data;
    return pushedSince !== undefined && pushed !== undefined && Date.parse(pushed) < Date.parse(pushedSince) ? [] : [parsed.target];
  });
}
