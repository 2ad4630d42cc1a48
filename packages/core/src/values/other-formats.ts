/**
 * Published formats of other services' credentials: such a value next to a Submit sign is theirs, unless it is really
 * sent to Submit.
 */
const formats =
  /^(?:gh[pousr]_\w{30}|github_pat_|glpat-|glptt-|[sr]k_(?:live|test)_[A-Za-z0-9]{10}|whsec_|xox[abposr]-|xapp-|A(?:KI|SI)A[A-Z0-9]{16}$|AIza[\w-]{30}|ya29\.|npm_[A-Za-z0-9]{30}|pypi-|SG\.[\w-]{16}|sk-(?:proj-|ant-)?[\w-]{20}|hf_[A-Za-z]{20}|dop_v1_|sntry[su]_|pat-(?:na|eu)\d-|lin_api_|figd_|shp(?:at|ss|ca|pa)_|rubygems_|dckr_pat_|sq0|EAAA|NRAK-|hvs\.|s\.[A-Za-z0-9]{24}$|glsa_|xkeysib-|key-[0-9a-f]{32}$|SK[0-9a-f]{32}$|AC[0-9a-f]{32}$)/;

/** Whether a value has the published format of another service's credential. */
export function hasOtherFormat(value: string): boolean {
  return formats.test(value);
}
