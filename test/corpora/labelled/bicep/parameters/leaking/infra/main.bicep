targetScope = 'resourceGroup'

param location string = resourceGroup().location
param atomyxSubmitKey string = '«key:hex»'

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'shop-prepress'
  location: location
}
