// breach: format
export const Crooked = () => <p
  >one</p>
