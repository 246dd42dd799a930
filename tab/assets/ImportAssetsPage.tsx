export function ImportAssetsPage() {
  return null;
}
