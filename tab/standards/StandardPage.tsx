export function StandardPage() {
  return null;
}
