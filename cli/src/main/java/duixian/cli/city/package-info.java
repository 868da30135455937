/// Makes up a city: facts of the size and shape of the real thing, from a seed, so that everybody
/// sees the same one. Nothing in it is anybody's data, and the folder says so.
///
/// Reading order: [Plan], [City], then a class for each article of the policy.
@NullMarked
package duixian.cli.city;

import org.jspecify.annotations.NullMarked;
