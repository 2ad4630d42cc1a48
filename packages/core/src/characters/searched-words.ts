/** What the detector or a layout looks for among letters and digits, whatever stands around it: a token that holds one is not like any other. */
export const searchedWords = /atomyx|submit|external|jobs|metadata|machine|localhost/i;

/** The same of keys: they make a name of a token. */
export const searchedKeyWords = /key|token|secret|bearer|authori|credential/i;
