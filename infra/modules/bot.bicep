// The registration of the bot. The app that people sign in to is also the bot, so that it is single-tenant and not a managed
// identity of its own; the program signs in as that app by a federated credential (new multi-tenant bots are not taken any more).
param name string
param appId string
param tenantId string
param host string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    // Teams is free of charge.
    name: 'F0'
  }
  properties: {
    displayName: 'Sikkerhedshjulet'
    endpoint: 'https://${host}/api/messages'
    msaAppId: appId
    msaAppTenantId: tenantId
    msaAppType: 'SingleTenant'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
    }
  }
}
