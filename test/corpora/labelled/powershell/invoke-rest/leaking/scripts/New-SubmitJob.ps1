[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $ExternalId,
    [string] $ApiKey = '«key:base64url»'
)

$headers = @{
    'Content-Type'  = 'application/json'
    'Authorization' = "Bearer $ApiKey"
}
$body = @{ externalId = $ExternalId } | ConvertTo-Json

Invoke-RestMethod -Method Post -Uri 'https://submit.atomyx.io/api/jobs' -Headers $headers -Body $body
