/** Words with which a schema or a contract says that it describes what Submit sends back. */
export const submitCallback = /atomyx[^\n]{0,60}(?:callback|webhook|event)|(?:callback|webhook|event)[^\n]{0,60}atomyx|\bsubmit[ _-]?(?:status[ _-]?)?(?:callback|webhook|event)|preflight_(?:passed|failed)|X-Atomyx-/i;

/** What of that, and of names of contracts, can stand in a text that does not name Atomyx. */
export const submitCallbackWithoutBrand = /\bsubmit[ _-]?(?:status[ _-]?)?(?:callback|webhook|event)|preflight_(?:passed|failed)|\b(?:callbacks|webhooks)["']?\s*[:=]/i;
