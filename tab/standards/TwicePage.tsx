export function TwicePage() {
  return null;
}
