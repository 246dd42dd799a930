export function ImportStandardPage() {
  return null;
}
