# Submit API key «key:hex» until the vault is back

import sys
