export function NewAssetPage() {
  return null;
}

export function EditAssetPage() {
  return null;
}
