package main

import (
	"bytes"
	"flag"
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
)

const deployments = "/apis/apps/v1/namespaces/%s/deployments"

// targetsCommand creates the Deployments that the autoscalers of load api scale, and the one that
// the reviews of load drive name: a webhook that looks a target up must find it.
func targetsCommand(args []string) error {
	f := flag.NewFlagSet("targets", flag.ExitOnError)
	kubeconfig := f.String("kubeconfig", "", "admin kubeconfig")
	namespace := f.String("namespace", "media", "an existing namespace without Deployments")
	count := f.Int("count", 2000, "how many: with load api -beside twice its -requests")
	var options reviewOptions
	f.StringVar(&options.label, "label", "hpa-steward.dev/service-type", "label that carries the service type")
	f.StringVar(&options.serviceType, "service-type", "livekit-egress", "service type of the objects sent")
	_ = f.Parse(args)
	base, config, err := clusterAccess(*kubeconfig)
	if err != nil {
		return err
	}
	object := objectIn(newReviews(options)["deployment"])
	asReviewed := encoded(object)
	object["metadata"].(map[string]any)["name"] = namePlaceholder + targetSuffix
	target := encoded(object)

	var next atomic.Int64
	var workers sync.WaitGroup
	failed := make(chan error, 1)
	for range 8 {
		workers.Go(func() {
			c := newConnection(base, config)
			defer c.close()
			for {
				number := int(next.Add(1) - 1)
				if number > *count {
					return
				}
				body := bytes.ReplaceAll(target, []byte(namePlaceholder), fmt.Appendf(nil, "perf-%06d", number))
				if number == *count {
					body = asReviewed
				}
				status, answer, err := c.exchange(apiRequest("POST", fmt.Sprintf(deployments, *namespace), base.Host, body), nil)
				if err != nil || status != http.StatusCreated {
					select {
					case failed <- fmt.Errorf("Deployment %d: HTTP status %d %v %.300s", number, status, err, answer):
					default:
					}
					return
				}
			}
		})
	}
	workers.Wait()
	select {
	case err := <-failed:
		return err
	default:
		return nil
	}
}
