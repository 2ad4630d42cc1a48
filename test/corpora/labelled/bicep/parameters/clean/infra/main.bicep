targetScope = 'resourceGroup'

param location string = resourceGroup().location
param imageDigest string = 'sha256:3f786850e387550fdab836ed7e6dc881de23001b4a1f5f5c8f5e2b3c1d0e9f8a'

@secure()
param atomyxSubmitKey string

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'shop-prepress'
  location: location
}
