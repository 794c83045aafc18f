// Command reflect prints the types of the configuration files of Kubernetes' components and the flags of the components
// as Kubernetes' own packages declare them:
//
//	{"schemas": {name: OpenAPI schema}, "components": {name: {flag: {"type": …, "field": …}}}}
//
// "field" is the field of the component's configuration file that the flag sets, if there is one.
package main

import (
	"encoding/json"
	"os"
)

func main() {
	schemas, err := configurationSchemas()
	if err != nil {
		panic(err)
	}
	components, err := componentFlags()
	if err != nil {
		panic(err)
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(map[string]any{"schemas": schemas, "components": components}); err != nil {
		panic(err)
	}
}
