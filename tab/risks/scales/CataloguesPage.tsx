export function CataloguesPage() {
  return null;
}
