/** What `submit-guard keys --help` says below the commands. A file of its own: help loads nothing else. */
export const keysHelp = `Fingerprints of known keys stand in .submit-guard/keys.json. A scan finds a known key wherever it
stands, with no name and no host near it, and is certain of it.

The key is read from a prompt that does not show it, or from standard input:
  submit-guard keys add --label "production, web shop"
  pass show atomyx/submit | submit-guard keys add --label "production, web shop"
Never from an argument: arguments stay in the history of the shell and are seen by other users.

Why the file is safe to commit: it holds no key, but for each a label, the date, the length, 48 bits of two
fast salted hashes that find candidates, and a slow salted hash (scrypt) that confirms them. None of it leads back to
a long random key.

What it cannot promise: whoever has the file can try guesses, and the 48 bits sort out nearly all wrong ones at no
cost. A short or guessable key can be found that way. Such a key is refused; replace it in Atomyx Vault. The file
also shows how many keys you have, how long they are and what you call them.
`;
