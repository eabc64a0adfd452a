import 'server-only';

/**
 * Passwords of ten characters and more that lead every public list of stolen ones, and what people in labs would make of
 * them. Compared without regard to case and after trailing digits and signs are taken off.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `1234567890 12345678910 0123456789 9876543210 0987654321 1122334455 1111111111 0000000000 123123123 1234512345
  123456123456 123456789012 12345678900 147258369 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc qwertyuiop
  qwertyuiop123 qwerty12345 qwerty123456 qwertyqwerty qwertzuiop azertyuiop asdfghjkl asdfghjklö zxcvbnm zxcvbnm123
  zaq12wsxcde3 abcdefghij abcd12345 abc123abc123 a123456789 aa12345678 q123456789 password password1 password12
  password123 password1234 passwordpassword passw0rd p@ssw0rd p@ssword passwort passwort123 motdepasse contraseña
  contrasena senha12345 administrator adminadmin admin12345 changeme changeme123 letmein letmeinletmein welcome
  welcome123 iloveyou iloveyou123 iloveyouforever sunshine princess football baseball basketball superman starwars
  trustno1 whatever computer internet samsung michael liverpool manchester neuroscience neuroscience1 laboratory
  laboratory1 electrophysiology hippocampus brainstem sulcussulcus sulcus mousemouse`.split(/\s+/),
);
