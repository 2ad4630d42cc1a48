commit = "«other#a:hex»"  # reads the Atomyx Submit API key from the environment

# The name of the Atomyx Submit API key in the vault.
name = "prepress/submit"

# Atomyx Submit API key
key_id = "«other#b:uuid»"
