// The errors of the mock's API -> one JSON line each: whether the SDK makes an error type of its own of it.

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"
)

// What the mock says of an error.
type failure struct {
	Name    string
	Status  int
	Members map[string]string
}

type errorReport struct {
	Error     string `json:"error"`
	Operation string `json:"operation"`
	OK        bool   `json:"ok"`
	Detail    string `json:"detail"`
	// Whether the SDK tells the error's name, but has no type for it.
	Lacks bool `json:"lacks"`
}

// provoke tells an operation to fail, calls it, and returns the SDK's error.
func provoke(endpoint string, method reflect.Value, sample sample, failure failure) (raised, err error) {
	path := endpoint + "/_mock/failures/" + sample.Name
	if err := send("PUT", path, strings.NewReader(failure.Name), nil); err != nil {
		return nil, err
	}
	input := reflect.New(method.Type().In(1).Elem())
	var missing lacks
	if given := sample.Input["minimal"]; given != nil {
		if err := missing.fill(input.Elem(), given, "input"); err != nil {
			return nil, err
		}
	}
	_, raised = call(endpoint, method, input)
	return raised, ask("DELETE", path, nil)
}

// judge looks at an error of the SDK: whether it is only the general one, and what is wrong with it.
func judge(endpoint string, raised error, failure failure) (general bool, problems []error) {
	note := func(what string, found, wanted any) {
		if found != wanted {
			problems = append(problems, fmt.Errorf("its %s is %v, not %v", what, found, wanted))
		}
	}
	var response *awshttp.ResponseError
	var coded smithy.APIError
	if !errors.As(raised, &response) || !errors.As(raised, &coded) {
		return false, []error{fmt.Errorf("it is no answer of the API: %v", raised)}
	}
	var requests []request
	if err := ask("GET", endpoint+"/_mock/requests", &requests); err != nil || len(requests) != 1 {
		return false, []error{fmt.Errorf("the mock received %v: %w", requests, err)}
	}
	note("status", response.HTTPStatusCode(), failure.Status)
	note("request id", response.ServiceRequestID(), requests[0].RequestID)
	note("code", coded.ErrorCode(), failure.Name)
	note("message", coded.ErrorMessage(), failure.Members["message"])
	if _, general = coded.(*smithy.GenericAPIError); general {
		return general, problems
	}
	note("type", fmt.Sprintf("%T", coded), "*types."+failure.Name)
	for name, value := range failure.Members {
		field := reflect.ValueOf(coded).Elem().FieldByName(exported(name))
		if text, ok := field.Interface().(*string); !ok || text == nil || *text != value {
			problems = append(problems, fmt.Errorf("its %s is not %v", name, value))
		}
	}
	return general, problems
}

// tryError makes an error happen at one operation.
func tryError(endpoint string, method reflect.Value, sample sample, failure failure) (report errorReport) {
	report = errorReport{Error: failure.Name, Operation: sample.Name}
	// reflection panics where the SDK has other types than were thought of
	defer func() {
		if problem := recover(); problem != nil {
			report.OK, report.Detail = false, fmt.Sprintf("panic: %v", problem)
		}
	}()
	raised, err := provoke(endpoint, method, sample, failure)
	if err == nil {
		var problems []error
		report.Lacks, problems = judge(endpoint, raised, failure)
		err = errors.Join(problems...)
	}
	report.OK = err == nil
	if err != nil {
		report.Detail = err.Error()
	}
	return report
}

// operations are those that the SDK has of them that declare an error. Where it has none of these, another one.
func operations(client reflect.Value, samples samples, failure failure) (declare []sample) {
	has := func(sample sample) bool { return client.MethodByName(sample.Name).IsValid() }
	for _, sample := range samples.Operations {
		if has(sample) && slices.Contains(sample.Errors, failure.Name) {
			declare = append(declare, sample)
		}
	}
	if index := slices.IndexFunc(samples.Operations, has); len(declare) == 0 && index >= 0 {
		return samples.Operations[index : index+1]
	}
	return declare
}

// runErrors makes every error happen at one operation after the other that declares it, until the SDK has a type for
// it.
func runErrors(endpoint string, client reflect.Value, samples samples) error {
	out := json.NewEncoder(os.Stdout)
	for _, failure := range samples.Errors {
		report := errorReport{Error: failure.Name, Detail: "the SDK has no operation"}
		for _, sample := range operations(client, samples, failure) {
			report = tryError(endpoint, client.MethodByName(sample.Name), sample, failure)
			if !report.Lacks {
				break
			}
		}
		if err := out.Encode(report); err != nil {
			return err
		}
	}
	return nil
}
