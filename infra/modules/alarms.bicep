// What somebody is written to for; each with its page in docs/hosting.md.
param resourceBaseName string
param location string
param alertEmail string
param host string
param programId string
param instances int
param memoryBytes int
param workspaceId string
param insightsId string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${resourceBaseName}-people'
  location: 'global'
  properties: {
    enabled: true
    groupShortName: 'isms'
    emailReceivers: empty(alertEmail)
      ? []
      : [
          {
            name: 'operator'
            emailAddress: alertEmail
            useCommonAlertSchema: true
          }
        ]
  }
}

var rules = [
  {
    name: 'restarts'
    description: 'The program was restarted more than three times in a quarter of an hour.'
    metric: 'RestartCount'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 3
  }
  {
    name: 'instances'
    description: 'Fewer instances run than should.'
    metric: 'Replicas'
    aggregation: 'Maximum'
    operator: 'LessThan'
    threshold: instances
  }
  {
    name: 'memory'
    description: 'An instance uses more than 85 per cent of its memory.'
    metric: 'WorkingSetBytes'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: memoryBytes / 100 * 85
  }
]

resource metricAlarms 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for rule in rules: {
    name: '${resourceBaseName}-${rule.name}'
    location: 'global'
    properties: {
      description: rule.description
      severity: 2
      enabled: true
      scopes: [
        programId
      ]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: rule.name
            metricNamespace: 'Microsoft.App/containerApps'
            metricName: rule.metric
            timeAggregation: rule.aggregation
            operator: rule.operator
            threshold: rule.threshold
          }
        ]
      }
      actions: [
        {
          actionGroupId: people.id
        }
      ]
    }
  }
]

// A kind of error that only a fault of the program has.
resource unexpected 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = {
  name: '${resourceBaseName}-unexpected'
  location: location
  properties: {
    description: 'The program logged an error that it does not expect.'
    severity: 2
    enabled: true
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      allOf: [
        {
          query: 'ContainerAppConsoleLogs | where Log contains "\\"level\\":50"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: {
      actionGroups: [
        people.id
      ]
    }
    // A workspace has the table when the first line is logged.
    skipQueryValidation: true
  }
}

// Looked at from three places, as Teams does.
resource fromOutside 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${resourceBaseName}-outside'
  location: location
  tags: {
    'hidden-link:${insightsId}': 'Resource'
  }
  kind: 'standard'
  properties: {
    SyntheticMonitorId: '${resourceBaseName}-outside'
    Name: '${resourceBaseName}-outside'
    Enabled: true
    Frequency: 300
    Timeout: 30
    Kind: 'standard'
    RetryEnabled: true
    Locations: [
      {
        Id: 'emea-nl-ams-azr'
      }
      {
        Id: 'emea-gb-db3-azr'
      }
      {
        Id: 'emea-se-sto-edge'
      }
    ]
    Request: {
      RequestUrl: 'https://${host}/api/ready?cachedPlans=allowed'
      HttpVerb: 'GET'
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource outsideAlarm 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${resourceBaseName}-outside'
  location: 'global'
  properties: {
    description: 'The program cannot be reached from two of three places.'
    severity: 1
    enabled: true
    scopes: [
      fromOutside.id
      insightsId
    ]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: fromOutside.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}
