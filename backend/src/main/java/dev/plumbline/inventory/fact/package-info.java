/**
 * Facts: what must be computed once per snapshot before checks can ask for it.
 *
 * <p>A fact is a bean of type {@link dev.plumbline.inventory.fact.Fact} in its own package {@code
 * inventory.fact.<name>}. It adds fields to subjects of checks: a record per subject, whose
 * components are the fields. {@code record Added(List<Process> apiServers)} under the subject
 * {@code Cluster} makes {@code cluster.apiServers} a typed field of every check.
 *
 * <ul>
 *   <li>Component types: {@code String}, {@code boolean}, {@code int}, {@code long}, {@code
 *       double}, enums (read as their {@code toString()}), {@code List}, {@code Set}, {@code
 *       Map<String, …>}, other records, {@code Object} (not type-checked); {@code Optional} for a
 *       field that may be absent, {@link dev.plumbline.inventory.fact.Answer} for one that may be
 *       unknown.
 *   <li>A component {@code List<Workload>} of the record itself points to workloads that the fact
 *       was given: checks see them as in {@code namespace.workloads}.
 *   <li>A public method of such a record with {@link dev.plumbline.inventory.fact.InChecks} is a
 *       member function: {@code s.flag("anonymous-auth", "true")}.
 *   <li>Reading an unknown answer makes the object's outcome UNKNOWN with the fact's reason, unless
 *       the expression is decided without it ({@code false && unknown} is false). What a fact did
 *       not see is an unknown answer, never an empty list.
 *   <li>Subjects: {@code Cluster} (also the subject of {@code ControlPlane} checks; variable {@code
 *       cluster}, present in every check), {@code Workload}, or a collected kind by its name. Any
 *       other name makes a new kind for {@code applies_to}, whose objects the fact lists.
 *   <li>The field {@code distribution} of {@code Cluster}, an {@code Answer<String>}, decides
 *       {@code not_applicable_on}.
 * </ul>
 */
@NamedInterface("fact")
@NullMarked
package dev.plumbline.inventory.fact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
