// Spanwise is built twice from this package: for the browser, where it is the
// page, and natively, where it makes the static site, serves it on this machine
// and prepares builds of the page.
package main

func main() {
	start()
}
