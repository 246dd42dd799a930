import { generateKeyPairSync } from 'node:crypto';

/** A new key at every run: none is kept in the repository. */
export const testKey = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()
  .trim();
/** Any certificate; its key is gone. */
export const testCertificate = `-----BEGIN CERTIFICATE-----
MIIBdjCCARugAwIBAgIUb9sbTeIcIAL3vzo9sfNUz1x14T8wCgYIKoZIzj0EAwIw
DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjUwMDA3MDhaGA8yMTI2MTEwMTAwMDcw
OFowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJpm
UN/pSlVeGOi/w8YPlPPYVFvf1vKjADwqYVo9F7ss5Ygv3kpIQWdUG5vaUFc+dVGY
Y2pcU4RDE4n9lJBYhhOjUzBRMB0GA1UdDgQWBBSTLh7dBoMUEzaySZEt1sC1m0/u
7DAfBgNVHSMEGDAWgBSTLh7dBoMUEzaySZEt1sC1m0/u7DAPBgNVHRMBAf8EBTAD
AQH/MAoGCCqGSM49BAMCA0kAMEYCIQDBw76c4hp30lUi09Klc5WiLPVe3bviVtx5
1h13E+rOywIhAL8EuICQtWRWEnt0AeCI3/pD/azjX3AS1k0tiSjKcHgd
-----END CERTIFICATE-----`;
