package web

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// Policy is the Content-Security-Policy of the site: everything from its own
// origin and nothing from any other. It stands in the page, so that every host
// has it, and the local server sends it as a header as well. A worker whose script
// the page puts together (second.js) is under it, too.
const Policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
	"img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'"

// singlePolicy is the policy of the single file. A page opened from file:// has
// no origin that 'self' could name, so its inline scripts and styles are named
// by their hashes and everything else but data: images is shut.
func singlePolicy(scripts, styles [][]byte) string {
	return "default-src 'none'; script-src " + hashes(scripts) + " 'wasm-unsafe-eval'; style-src " + hashes(styles) +
		"; img-src data:; worker-src blob:; object-src 'none'; base-uri 'none'; form-action 'none'"
}

// hashes lists the sources as CSP hash expressions.
func hashes(sources [][]byte) string {
	list := make([]string, len(sources))
	for i, source := range sources {
		list[i] = "'" + integrity(source) + "'"
	}
	return strings.Join(list, " ")
}

// integrity is the hash of data as subresource integrity and CSP write it.
func integrity(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
