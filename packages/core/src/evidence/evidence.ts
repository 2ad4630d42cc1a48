/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Why a value is taken for a Submit key; `piece` marks a further part of a key that is put together from several. */
export type EvidenceKind = 'destination' | 'name' | 'known' | 'format' | 'vicinity' | 'value' | 'piece';

/** One reason, and where in the fragment it stands. */
export interface Evidence extends Range {
  readonly kind: EvidenceKind;
  /** Words for a person: the host, the name, the label of the known key. Never a key or a part of one. */
  readonly detail: string;
}

export const confidences = ['low', 'medium', 'high', 'certain'] as const;
export type Confidence = (typeof confidences)[number];
