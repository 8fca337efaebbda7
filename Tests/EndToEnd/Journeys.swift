import Testing

/// Every test here runs the program as a user does. They follow one another: each measures what the others would disturb.
@Suite("Lavoir, from end to end", .serialized)
enum Journeys {}
