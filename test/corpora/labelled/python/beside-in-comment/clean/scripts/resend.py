# Submit API key handling since da39a3ee5e6b4b0d3255bfef95601890afd80709, see the vault
# Atomyx Submit API key rotated, commit 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12

import sys
