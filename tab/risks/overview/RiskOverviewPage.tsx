export function RiskOverviewPage() {
  return null;
}
