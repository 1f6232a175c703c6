using Featuresmith.Definitions;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Rules.Tests;

/// <summary>An option that a configuration gives to a Feature of the same collection.</summary>
/// <param name="Feature">The Feature.</param>
/// <param name="Given">The option's id and value, as given.</param>
/// <param name="Option">The option as the Feature declares it; null where it declares none of this id.</param>
internal sealed record OptionUse(FeatureFolder Feature, JsonMemberSyntax Given, FeatureOption? Option)
{
    /// <summary>
    /// Every option given by a configuration that must come up. One that must fail may give a wrong value on purpose.
    /// </summary>
    public static IEnumerable<OptionUse> In(FeatureCollection collection) =>
        from configuration in collection.Configurations
        where !configuration.ExpectsFailure
        from request in configuration.Requests
        where request.LocalName is not null
        let feature = collection.Feature(request.LocalName)
        where feature is not null
        from given in request.Options
        select new OptionUse(feature, given, feature.Metadata?.Option(given.Key.Value));
}
