export function ScalesPage() {
  return null;
}
