$env:NODE_ENV = 'production'
$env:ATOMYX_SUBMIT_API_KEY = (Get-AzKeyVaultSecret -VaultName 'printworks' -Name 'atomyx-submit-api-key' -AsPlainText)
[Environment]::SetEnvironmentVariable('ATOMYX_PORT', '4723', 'Machine')
[Environment]::SetEnvironmentVariable('SUBMIT_BEARER', $env:ATOMYX_SUBMIT_API_KEY, 'Machine')
$thumbprint = '«other:hex»'
Get-ChildItem "Cert:\LocalMachine\My\$thumbprint"
Restart-Service -Name 'PrintworksPrepress'
