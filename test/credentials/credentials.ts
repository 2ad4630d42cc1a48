import { renderMarkers } from '@submit-guard/rules/markers';
import type { Randomness } from './randomness.ts';

/** The forms a key may have: the vendor publishes none, so that every proof runs with all of them. */
export const credentialForms = ['hex', 'base64url', 'uuid', 'jwt', 'prefixed'] as const;
export type CredentialForm = (typeof credentialForms)[number];

/** Lengths of the random part, in characters; the forms that are not named have one length. */
const lengths: Readonly<Partial<Record<CredentialForm, readonly number[]>>> = { hex: [32, 40, 48, 64], base64url: [32, 43, 64] };

/**
 * A credential that nobody has ever issued.
 *
 * @param form - its form; a random one by default.
 */
export function makeCredential(random: Randomness, form: CredentialForm = random.pick(credentialForms)): string {
  const choices = lengths[form];
  const marker = choices === undefined ? `«key:${form}»` : `«key:${form}-${random.pick(choices)}»`;
  return renderMarkers(marker, { seed: random.below(2 ** 31) }).text;
}
