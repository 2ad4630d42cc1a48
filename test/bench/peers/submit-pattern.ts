/**
 * The rule that every peer gets: a value bound to a name that says Atomyx and key, token or bearer, or Submit API key. It
 * is what one regular expression can say of `name` evidence. Case does not matter; the first group is the key. Written in what
 * RE2, Rust, Python, Vectorscan and JavaScript have in common.
 */
export const submitPattern = String.raw`(?:atomyx[A-Za-z0-9_.-]{0,40}(?:key|token|bearer)|submit[_-]?api[_-]?key)["'\]\s]{0,4}(?:=>|:=|[:=])\s{0,4}["'\x60]?(?:bearer\s{1,4})?([A-Za-z0-9._~+/=-]{20,200})`;

/** For engines that take flags only inside of the pattern. */
export const submitPatternWithFlag = `(?i)${submitPattern}`;

/** Words one of which is in every match, for engines that look for words first; as long as can be, `submit` alone is everywhere. */
export const submitWords = ['atomyx', 'submitapi', 'submit_api', 'submit-api'] as const;
