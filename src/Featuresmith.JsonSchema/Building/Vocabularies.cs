using System.Text.Json;
using Json.Schema.Values;

namespace Json.Schema.Building;

/// <summary>The vocabularies of 2019-09 and 2020-12 that change a verdict; draft-07 has them all.</summary>
[Flags]
internal enum Vocabularies
{
    Core = 0,
    Applicator = 1,
    Validation = 2,
    Unevaluated = 4,
    FormatAssertion = 8,
    Standard = Applicator | Validation | Unevaluated,
}

/// <summary>Reads <c>$vocabulary</c> of a metaschema (2020-12 core, section 8.1.2).</summary>
internal static class VocabularyReader
{
    public static Vocabularies Read(JsonElement vocabulary, Uri metaschema)
    {
        var known = Vocabularies.Core;
        foreach (var entry in vocabulary.EnumerateObject())
        {
            if (Find(JsonMember.Name(entry)) is { } one)
            {
                known |= one;
            }
            else if (entry.Value.ValueKind == JsonValueKind.True)
            {
                throw new JsonSchemaException(
                    $"The metaschema {metaschema} requires the vocabulary {JsonMember.Name(entry)}, which is not known."
                );
            }
        }

        return known;
    }

    private static Vocabularies? Find(string uri) =>
        uri switch
        {
            "https://json-schema.org/draft/2019-09/vocab/core" => Vocabularies.Core,
            // 2019-09 has unevaluated* among the applicators.
            "https://json-schema.org/draft/2019-09/vocab/applicator" => Vocabularies.Applicator
                | Vocabularies.Unevaluated,
            "https://json-schema.org/draft/2019-09/vocab/validation" => Vocabularies.Validation,
            "https://json-schema.org/draft/2019-09/vocab/meta-data" => Vocabularies.Core,
            "https://json-schema.org/draft/2019-09/vocab/format" => Vocabularies.Core,
            "https://json-schema.org/draft/2019-09/vocab/content" => Vocabularies.Core,
            "https://json-schema.org/draft/2020-12/vocab/core" => Vocabularies.Core,
            "https://json-schema.org/draft/2020-12/vocab/applicator" => Vocabularies.Applicator,
            "https://json-schema.org/draft/2020-12/vocab/unevaluated" => Vocabularies.Unevaluated,
            "https://json-schema.org/draft/2020-12/vocab/validation" => Vocabularies.Validation,
            "https://json-schema.org/draft/2020-12/vocab/meta-data" => Vocabularies.Core,
            "https://json-schema.org/draft/2020-12/vocab/format-annotation" => Vocabularies.Core,
            "https://json-schema.org/draft/2020-12/vocab/format-assertion" => Vocabularies.FormatAssertion,
            "https://json-schema.org/draft/2020-12/vocab/content" => Vocabularies.Core,
            _ => null,
        };
}
