// Three weights, three subsets each; a browser fetches only the subsets a page uses (about 33 KB a weight).
import '@fontsource/be-vietnam-pro/400.css'
import '@fontsource/be-vietnam-pro/500.css'
import '@fontsource/be-vietnam-pro/600.css'
import './digits/digits.css'
