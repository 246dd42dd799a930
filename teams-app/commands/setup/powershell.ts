import { apiRoots, filled, type Condition, type Ensured, type Part } from './declaration.ts';
import { addressed, bodyText, introduction, lackedBy } from './script-lines.ts';

/** Text of a here-document, where `$` and the backtick mean something. */
const inDocument = (text: string, literal = escaped): string => filled(text, (name) => `$($${name})`, literal);
const escaped = (literal: string): string => literal.replaceAll('`', '``').replaceAll('$', '`$');
/** PowerShell takes typographic quotation marks for plain ones. */
const quoted = (text: string): string =>
  `"${inDocument(text, (literal) => escaped(literal).replace(/["“”„]/g, '`$&'))}"`;
export const single = (text: string): string => `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;

/** PowerShell goes into lists by itself. */
const condition = ([path, value]: Condition): string =>
  `@($_.${path.replaceAll('[]', '').replace('[words]', " -split ' '")}) -contains ${typeof value === 'number' ? value : quoted(value)}`;

function stepLines(part: Part, step: Ensured): string[] {
  const { look, make, as, what, optional, remedy = '' } = step;
  const root = apiRoots[part.api];
  const variable = as ?? 'it';
  const where = (look.where ?? []).map(condition).join(' -and ');
  const found = `$${variable} = Find ${part.api} ${quoted(root + addressed(look.path))} { ${where === '' ? '$true' : where} }`;
  if (step.unwanted !== undefined)
    return [found, `if ($${variable}) { Write-Warning ${quoted(`outdated ${what} → ${step.unwanted}`)} }`, ''];
  if (!make)
    return [
      found,
      `if (-not $${variable}) { throw ${quoted(`Missing: ${what}.`)} } else { Write-Host ${quoted(`there    ${what}`)} }`,
      '',
    ];
  const url = quoted(root + addressed(make.path));
  const call =
    make.file === undefined
      ? [`$answer = Make ${part.api} ${make.method} ${url} @"`, inDocument(bodyText(step)), '"@']
      : [
          `if (-not (Test-Path ${single(make.file)})) { throw ${single(`${make.file} is missing: npm run manifest makes it.`)} }`,
          `$answer = Invoke-MgGraphRequest -Method ${make.method} -Uri ${url} -ContentType 'application/zip' -InputFilePath ${single(make.file)} -OutputType PSObject`,
        ];
  const keep = as === undefined ? [] : [`$${as} = $answer`];
  const made = [...call, ...keep, `Write-Host ${quoted(`made     ${what}`)}`];
  const body = optional
    ? ['try {', ...made, `} catch { Write-Warning ${quoted(`Not made: ${what}. It is optional. ${remedy}`.trim())} }`]
    : made;
  return [found, `if ($${variable}) { Write-Host ${quoted(`there    ${what}`)} } else {`, ...body, '}', ''];
}

function partLines(part: Part): string[] {
  const lacked = lackedBy(part);
  const title = `# ${part.title}: ${part.who}`;
  if (lacked.length > 0)
    return [
      title,
      `# Left out: ${lacked.join(', ')} not known yet. Answer it (setup --set, setup --ids), and write the script again.`,
      '',
    ];
  const signIn =
    part.api === 'graph'
      ? `Connect-MgGraph -TenantId $Tenant -NoWelcome -Scopes ${part.scopes.map(single).join(', ')}`
      : 'if ((Get-AzContext).Tenant.Id -ne $Tenant) { Connect-AzAccount -Tenant $Tenant | Out-Null }';
  const gives = Object.entries(part.gives).map(([name, value]) => `$given[${single(name)}] = ${quoted(value)}`);
  return [
    title,
    `if ($Parts -contains ${single(part.name)}) {`,
    signIn,
    '',
    ...part.steps.flatMap((step) => stepLines(part, step)),
    ...gives,
    '}',
    '',
  ];
}

const functions = `
# The first object of a collection, or the object itself, for which the condition holds.
function Find([string]$Api, [string]$Url, [scriptblock]$Where) {
  if ($Api -eq 'azure') {
    $response = Invoke-AzRestMethod -Method GET -Uri $Url
    if ($response.StatusCode -eq 404) { return $null }
    if ($response.StatusCode -ge 400) { throw $response.Content }
    $found = $response.Content | ConvertFrom-Json
  } else {
    try { $found = Invoke-MgGraphRequest -Method GET -Uri $Url -OutputType PSObject }
    catch { if ("$_" -match '\\b404\\b|NotFound') { return $null } else { throw } }
  }
  $all = if ($null -ne $found.PSObject.Properties['value']) { $found.value } else { $found }
  $all | Where-Object $Where | Select-Object -First 1
}

# Entra takes up to a minute until a new object is known everywhere.
function Make([string]$Api, [string]$Method, [string]$Url, [string]$Body) {
  foreach ($try in 1..7) {
    try {
      if ($Api -eq 'azure') {
        $response = Invoke-AzRestMethod -Method $Method -Uri $Url -Payload $Body
        if ($response.StatusCode -ge 400) { throw $response.Content }
        return $response.Content | ConvertFrom-Json
      }
      return Invoke-MgGraphRequest -Method $Method -Uri $Url -Body $Body -ContentType 'application/json' -OutputType PSObject
    } catch {
      if ($try -eq 7 -or "$_" -notmatch 'does not exist|does not reference|NotFound|InvalidValue') { throw }
      Start-Sleep -Seconds 10
    }
  }
}
`.trim();

/**
 * A script for Graph PowerShell, with Azure PowerShell for the bot. Ids that are handed back go to a file beside it.
 */
export const powershellScript = (parts: readonly Part[], tenantId: string, idsFile: string): string =>
  [
    '#Requires -Version 7',
    '<#',
    ...introduction(
      parts,
      'Needs the module Microsoft.Graph.Authentication, and for azure Az.Accounts. One part: -Parts consent',
    ),
    '#>',
    `param([string[]]$Parts = @(${parts.map(({ name }) => single(name)).join(', ')}))`,
    "$ErrorActionPreference = 'Stop'",
    // `pwsh FILE -Parts a,b` hands over one text.
    "$Parts = $Parts -split ','",
    `$Tenant = ${single(tenantId)}`,
    '$given = [ordered]@{}',
    '',
    functions,
    '',
    ...parts.flatMap(partLines),
    'if ($given.Count -gt 0) {',
    `  $lines = $given.GetEnumerator() | ForEach-Object { "$($_.Key)=$($_.Value)" }`,
    `  $lines | Add-Content -Path (Join-Path $PSScriptRoot ${single(idsFile)})`,
    '  $lines | ForEach-Object { Write-Host $_ }',
    `  Write-Host ${single(`Hand these back: npm run isms -- setup --ids ${idsFile}`)}`,
    '}',
    '',
  ].join('\n');
