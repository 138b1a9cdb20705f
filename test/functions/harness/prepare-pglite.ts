/** Before all tests on PGlite. */
import { preparePglite } from './servers'

export default preparePglite
