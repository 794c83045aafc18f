// Command audit-oracle says at which level the API server's own evaluator records requests: it reads lines of
// {"policy": …, "request": …} and prints a level for each.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"k8s.io/apiserver/pkg/apis/audit"
	"k8s.io/apiserver/pkg/apis/audit/install"
	auditv1 "k8s.io/apiserver/pkg/apis/audit/v1"
	"k8s.io/apiserver/pkg/audit/policy"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/authorization/authorizer"

	"k8s.io/apimachinery/pkg/runtime"
)

type line struct {
	Policy  auditv1.Policy `json:"policy"`
	Request struct {
		User        string   `json:"user"`
		Groups      []string `json:"groups"`
		Verb        string   `json:"verb"`
		Group       string   `json:"group"`
		Resource    string   `json:"resource"`
		Subresource string   `json:"subresource"`
		Namespace   string   `json:"namespace"`
	} `json:"request"`
}

func main() {
	scheme := runtime.NewScheme()
	install.Install(scheme)
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var one line
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			panic(err)
		}
		internal := &audit.Policy{}
		if err := scheme.Convert(&one.Policy, internal, nil); err != nil {
			panic(err)
		}
		asked := one.Request
		attributes := authorizer.AttributesRecord{
			User: &user.DefaultInfo{Name: asked.User, Groups: asked.Groups}, Verb: asked.Verb, APIGroup: asked.Group,
			Resource: asked.Resource, Subresource: asked.Subresource, Namespace: asked.Namespace, ResourceRequest: true,
		}
		fmt.Println(policy.NewPolicyRuleEvaluator(internal).EvaluatePolicyRule(attributes).Level)
	}
}
