// Command decode-oracle says whether the Go types of Kubernetes decode an object: one JSON object a line on the
// input, one answer a line on the output. An answer is empty for an object that decodes, "unknown kind" for one of no
// built-in kind, else the error.
package main

import (
	"bufio"
	"encoding/json"
	"os"

	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/client-go/kubernetes/scheme"
	apiregistration "k8s.io/kube-aggregator/pkg/apis/apiregistration/v1"
)

func main() {
	types := runtime.NewScheme()
	for _, add := range []func(*runtime.Scheme) error{
		scheme.AddToScheme, apiextensions.AddToScheme, apiregistration.AddToScheme,
	} {
		if err := add(types); err != nil {
			panic(err)
		}
	}
	decoder := serializer.NewCodecFactory(types).UniversalDeserializer()
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<28)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for lines.Scan() {
		answer, err := json.Marshal(decode(decoder, lines.Bytes()))
		if err != nil {
			panic(err)
		}
		out.Write(append(answer, '\n'))
	}
	if err := lines.Err(); err != nil {
		panic(err)
	}
}

func decode(decoder runtime.Decoder, object []byte) string {
	_, _, err := decoder.Decode(object, nil, nil)
	if runtime.IsNotRegisteredError(err) {
		return "unknown kind"
	}
	if err != nil {
		return err.Error()
	}
	return ""
}
