// Spanwise is built three times from this package: for the browser, where it is
// the page; with the tag worker for the page's second program, which does what is
// rare and heavy; and natively, where it makes the static site, serves it on this
// machine and prepares builds of the page.
package main

func main() {
	start()
}
