/** An API server inside the test: what a customer's may do, good and evil. */
@NullMarked
package dev.plumbline.testing.kube;

import org.jspecify.annotations.NullMarked;
