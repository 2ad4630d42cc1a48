$env:NODE_ENV = 'production'
$env:ATOMYX_SUBMIT_API_KEY = '«key:hex»'
[Environment]::SetEnvironmentVariable('SUBMIT_BEARER', '«key:uuid»', 'Machine')
Restart-Service -Name 'PrintworksPrepress'
