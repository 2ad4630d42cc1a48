[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $ExternalId,
    [string] $ApiKey = $env:ATOMYX_SUBMIT_API_KEY
)

if (-not $ApiKey) { $ApiKey = Get-Secret -Name 'atomyx-submit-api-key' -AsPlainText }

$headers = @{
    'Content-Type'  = 'application/json'
    'Authorization' = "Bearer $ApiKey"
}
$body = @{ externalId = $ExternalId } | ConvertTo-Json

Invoke-RestMethod -Method Post -Uri 'https://submit.atomyx.io/api/jobs' -Headers $headers -Body $body
