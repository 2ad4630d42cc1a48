/**
 * Fields of a job that others than Submit get to see: `metadata` is shown to the end user, the URLs are public, and the
 * parameters of the capabilities end up in reports. From "Creating jobs" and "Models" of the vendor's documentation.
 */
export const jobFields: readonly string[] = ['metadata', 'returnURL', 'returnUrl', 'callbackURL', 'callbackUrl', 'artwork', 'capabilities', 'brand', 'externalId'];
