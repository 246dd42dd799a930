// The program in Container Apps.
param name string
param location string
param environmentId string
param identityId string
param image string
param registryServer string
param vaultUri string
param customHost string
param certificateId string
param cores string
param engine string

@description('Settings of the program by name (README.md). Secrets are read from the vault instead.')
param settings object

// Several instances need the queue; one alone keeps its journal in a folder that goes with its revision.
var replicas = engine == 'redis' ? 2 : 1
var secrets = union(
  {
    'state-key': 'STATE_KEY'
  },
  engine == 'redis' ? { 'redis-url': 'REDIS_URL' } : {}
)
var fixedSettings = {
  // Container Apps waits five minutes at most for a start: then it begins again.
  START_PATIENCE: '240'
}
var memory = {
  '0.5': 1
  '1': 2
  '2': 4
}
var port = 3978

resource program 'Microsoft.App/containerApps@2025-07-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: environmentId
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'auto'
        allowInsecure: false
        customDomains: empty(customHost)
          ? []
          : [
              {
                name: customHost
                certificateId: certificateId
                bindingType: 'SniEnabled'
              }
            ]
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      secrets: [
        for secret in items(secrets): {
          name: secret.key
          keyVaultUrl: '${vaultUri}secrets/${secret.key}'
          identity: identityId
        }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'program'
          image: image
          resources: {
            cpu: json(cores)
            memory: '${memory[cores]}Gi'
          }
          env: concat(
            map(items(union(settings, fixedSettings)), setting => { name: setting.key, value: setting.value }),
            map(items(secrets), secret => { name: secret.value, secretRef: secret.key })
          )
          volumeMounts: [
            {
              volumeName: 'state'
              mountPath: '/state'
            }
          ]
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/api/health'
                port: port
              }
              initialDelaySeconds: 5
              periodSeconds: 30
              timeoutSeconds: 10
              failureThreshold: 10
            }
            {
              // A degraded program is not mended by a restart.
              type: 'Liveness'
              httpGet: {
                path: '/api/health'
                port: port
              }
              periodSeconds: 20
              timeoutSeconds: 10
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: {
                path: engine == 'redis' ? '/api/ready' : '/api/ready?cachedPlans=allowed'
                port: port
              }
              periodSeconds: 5
              timeoutSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
      scale: {
        minReplicas: replicas
        maxReplicas: replicas
      }
      volumes: [
        {
          name: 'state'
          storageType: 'EmptyDir'
        }
      ]
    }
  }
}

output id string = program.id
output instances int = replicas
output memoryBytes int = memory[cores] * 1073741824
