a = "«key#a:hex»"  # Atomyx Submit API key

# The API key for Atomyx Submit.
b = "«key#b:base64url»"
