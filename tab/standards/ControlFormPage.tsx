export function NewControlPage() {
  return null;
}

export function EditControlPage() {
  return null;
}
